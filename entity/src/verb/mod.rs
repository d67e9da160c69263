//! What someone may do. Each is a method of `Reader`, takes one transaction, asks the permission table in it, and appends one event.
//!
//! | who begins | what |
//! |---|---|
//! | somebody new | `confirm`, `accept_invitation`, `join_by` |
//! | anyone signed in | `open_thread`, `reply`, `edit_comment`, `withdraw_comment`, `acknowledge`, `reopen`, `withdraw_thread`, `withdraw_from_the_site`, `wish` |
//! | a delegate | `sign_off` |
//! | a focal point | `name_focal_point`, `dismiss_focal_point`, `grant_mandate`, `end_mandate`, `grant_wish`, `decline_wish` |
//! | a delegate, or anyone with evidence | `record_adoption`, `change_adoption`, `dispute_adoption` |
//! | an editor | `begin_draft`, `save_text`, `discard_text`, `repair_placement`, `correct_pairing`, `decide_change` |
//! | a secretariat that sends | `prepare_referral`, `send_referral`, `withdraw_referral`, `expire_referral` |
//! | a secretariat that receives | `receive_referral`, `say_to_referral`, `answer_referral`, `take_in` |
//! | a secretariat | `publish`, `answer`, `take_step`, `show_to`, `hide_comment`, `erase_comment`, `seat`, `unseat`, `give_role`, `take_role`, `change_forum`, `change_rule`, `change_joining`, `change_referring`, `decline`, `give_back`, `invite`, `invite_again`, `revoke_invitation` |
//! | an administrator | `found`, `enter`, `register`, `add_peer`, `confirm_peer`, `block_peer`, `enter_forum_abroad` |

mod adoption;
mod arrivals;
mod arriving;
mod comment;
mod copying;
mod crossing;
mod decision;
mod draft;
mod erasure;
mod focal_points;
mod forums;
mod hand;
mod invitations;
mod mandates;
mod membership;
mod newcomers;
mod pairing;
mod peers;
mod people;
mod placement;
mod placing;
mod procedure;
mod publish;
mod receiving;
pub(crate) mod record;
mod referral;
mod referring;
mod sign_off;
pub mod signing_key;
mod thread;
mod wishes;
mod withdrawal;
mod working_text;

pub use adoption::{Changing, Recording};
pub use arrivals::{Joining, join_by};
pub use arriving::{Arrival, TakenIn};
pub use comment::Said;
pub use crossing::other_side;
pub use decision::Deciding;
pub use draft::Beginning;
pub use forums::Founding;
pub use invitations::{Invite, accept_invitation, open_to};
pub use mandates::{Grant, Scopes};
pub use newcomers::confirm;
pub use pairing::Correction;
pub use peers::{Abroad, Entering};
pub use people::{Organisation, register};
pub use procedure::facts;
pub use publish::Publication;
pub use receiving::{Receiving, Word, asked};
pub use referral::{Outgoing, Preparing, Recipient};
pub use sign_off::Signing;
pub use thread::Opening;
pub use wishes::{Granting, Whom, Wish};
pub use working_text::{Recut, Saved, cuts};
