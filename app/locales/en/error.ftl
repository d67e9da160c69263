# What went wrong, and the way out.
error-not-found = There is nothing at this address
error-not-found-why = The link may be old, or what it leads to is not open to you.
error-sign-in = Please sign in
error-sign-in-why = Your session has ended. What you typed is kept: sign in and it will be back in the form.
error-forbidden = This is not yours to do
error-refused = This could not be done
error-conflict = Somebody else was first
error-too-large = This is too large
error-too-large-why = A form may carry up to 8 MiB and a text up to 2 MiB. Shorten the text, or publish it in parts.
error-too-many = Please wait a little
error-method = This address cannot be used like that
error-method-why = It belongs to a form. Go back to the page you came from and use the form there.
error-internal = Something went wrong on our side
error-internal-why = It has been noted. Please try again; nothing you published before is affected.
error-home = What is open for comment
error-forums = All forums
error-cross-site = This form was sent from another site, so nothing was done. Open the page here and send it again.
