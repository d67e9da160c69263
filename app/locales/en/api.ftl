# The API: what it refuses, the tokens by which it is used, and the page that explains it.
api-no-token = A token is needed here. Make one in your settings and send it as “Authorization: Bearer”. If you sent one, it has expired or was revoked.
api-no-scope = This token is not for this: it lacks the scope “{ $scope }”. Make another one in your settings.
api-unreadable = This is not one of the values that can stand here.
api-shape = What was sent does not have the shape that is described: { $what }.
api-missing = This is missing.
api-limit = A page has 1 to { $most } things.
api-no-such-thread = Some of these comments do not exist.
api-bad-key = An Idempotency-Key has 1 to 255 letters, digits or marks.
api-under-way = The request with this key is still being done. Ask again in a moment.
api-key-of-another = This key was used for another request. Give each request a key of its own.
api-too-often = Too many calls. There may be more in { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}.

## Tokens, in the settings

token-title = Tokens for programs
token-why = A token lets a program do what you may, within its scopes, until it ends. The [description of the API](/api) says how it is used.
token-made = This is your new token. It is shown this once, so copy it now:
token-none = You have no tokens.
token-new = A new token
token-name = What it is for
token-name-hint = So that you know it again in this list.
token-scopes = What it may be used for
token-scope = { $scope ->
    [read] Read what you may read
    [comment] Comment, suggest words and reply
    [answer] Answer and moderate comments, and say where they belong
    [sign] Take positions
   *[publish] Write and publish versions, and take steps
}
token-days = How long it holds
token-days-of = { $days ->
    [one] 1 day
   *[other] { $days } days
}
token-make = Make a token
token-revoke = Revoke
token-ends = Ends on { $day }.
token-used = Last used { $when }.
token-never-used = Never used.
token-no-scope = Choose at least one thing that it may be used for.
token-no-days = Choose how long it holds.
refusal-too-many-tokens = You have { $most } tokens already. Revoke one first.

## The page of the API

api-title = API
api-lede = What the pages show and the forms do, for programs. What is public can be read without a token.
api-begin = How to begin
api-begin-text =
    List the drafts, as JSON:

    `curl { $url }/api/v1/drafts`

    To write, or to read what is not public, make a token in your [settings](/settings) and send it:

    `curl -H "Authorization: Bearer comity_…" { $url }/api/v1/account`

    A list gives a page and the address of the next one in the header `Link`. Give a request to write an `Idempotency-Key` of your own, so that sending it twice does one thing. What you may not see does not exist: it is answered with 404. Each answer says in `RateLimit` how many calls are left.
api-description = The same for programs: [OpenAPI 3.1]({ $address }).
api-scope-needed = Scope: { $scope }
api-public = Without a token
api-access = Access
api-sends = Sends
api-gives = Gives
api-refuses = Refusals
api-shapes = Shapes
api-endpoints = Endpoints
frame-api = API
