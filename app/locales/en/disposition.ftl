# The official answers to a thread.

disposition-accepted = Accepted
disposition-accepted-in-part = Accepted in part
disposition-noted = Noted
disposition-rejected = Rejected
disposition-out-of-scope = Out of scope
disposition-duplicate-of = Duplicate
disposition-duplicate-of-thread = Duplicate of №{ "\u00A0" }{ $thread }
disposition-deferred = Deferred
disposition-none = No answer yet

disposition-satisfied = The person who raised it is satisfied.
disposition-not-satisfied = The person who raised it is not satisfied.
disposition-lapsed = The person who raised it did not say within 14 days whether the answer satisfies.
