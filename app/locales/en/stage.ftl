# The stages of a draft and the steps that lead on.

stage-drafting = Drafting
stage-consultation = Consultation
stage-disposition = Answering comments
stage-last-call = Last call
stage-sign-off = Sign-off
stage-silence = Silence
stage-adopted = Adopted
stage-suspended = Suspended
stage-withdrawn = Withdrawn
stage-superseded = Superseded

stage-next-publish-version = Publish a version.
stage-next-open-round = Open a consultation.
stage-next-round-opens = The consultation opens on { $at }.
stage-next-round-closes = The consultation closes on { $at }; then every comment is answered.
stage-next-last-call = Open the last call.
stage-next-last-call-closes = The last call ends on { $at }; without an objection the text goes to sign-off.
stage-next-adopt = Adopt the text.
stage-next-open-silence = Open a silence of at least 72 hours; unbroken, it adopts the text.
stage-next-take-back = Take the text back, so that a new version can meet what is said.
stage-next-silence-ends = The silence ends on { $at }; unbroken, the text is adopted.
stage-next-resume = Resume the draft.
stage-next-supersede = Name the text that replaces it, once there is one.
