//! Making enrolment tickets (token spec §11): signed by the organiser, each with a random id and nothing personal. The
//! roster that maps ids to people stays with the organiser.

use p256::elliptic_curve::rand_core::{OsRng, RngCore};
use token::calendar::UnixSeconds;
use token::cose::Sealed;
use token::identifier::{CourseId, SessionId, TicketId};
use token::ticket::Ticket;

use crate::key::{KeyError, KeyFolder, Purpose};

const DAY_S: u64 = 86_400;

/// A ticket and its signed form.
#[derive(Clone, Debug)]
pub struct Issued {
    /// Its id, for the roster.
    pub id: TicketId,
    /// The signed ticket.
    pub sealed: Sealed,
}

/// Makes `count` tickets that are good for completions within `days`.
pub fn issue(
    course: &CourseId,
    session: Option<&SessionId>,
    days: u16,
    count: u16,
    keys: &KeyFolder,
    now: UnixSeconds,
) -> Result<Vec<Issued>, KeyError> {
    let signer = keys.signer(Purpose::Enrol)?;
    let one = |_| {
        let mut id = [0; 8];
        OsRng.fill_bytes(&mut id);
        let id = TicketId(id);
        let expires = now.plus_s(u64::from(days) * DAY_S).jst_date().end();
        let ticket =
            Ticket { expires, issued: now, id, course: course.clone(), session: session.cloned() };
        let draft = ticket.draft(signer.kid());
        let signature = signer.sign(&draft.to_be_signed());
        Issued { id, sealed: draft.seal(signature) }
    };
    Ok((0..count).map(one).collect())
}
