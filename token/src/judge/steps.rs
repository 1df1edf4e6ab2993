//! Steps 6 to 30, in order.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use super::signer::{Signed, check_key, check_ticket, open_signed};
use super::{Circumstances, Class, Holder, Refused, Verdict, Verified, Warning};
use crate::calendar::JstDate;
use crate::cbor::TOKEN_MAX_ENTRIES;
use crate::claims::{Checks, Completion, Enrolment, Level};
use crate::cose::Sign1;
use crate::identifier::TicketId;
use crate::refusal::Refusal;
use crate::text::MAX_BYTES;
use crate::ticket::Ticket;
use crate::trust::{Age, CoursePolicy, Roles, TrustList};

const DAY_S: u64 = 86_400;
/// How far ahead of this clock a completion may be without a word.
const SILENT_SKEW_S: u64 = 600;

/// Steps 6 to 30 on the binary of a completion.
pub(super) fn judge_token(
    bytes: &[u8],
    circumstances: &Circumstances<'_>,
) -> Result<Verdict, Refused> {
    if bytes.len() > MAX_BYTES {
        return Err(Refusal::TooLong.into());
    }
    let token = Sign1::open(bytes, TOKEN_MAX_ENTRIES).map_err(Refusal::from)?;
    let trust = circumstances.trust.ok_or(Refusal::TrustMissing)?;
    let mut warnings = check_list(trust, circumstances)?;
    let signed = open_signed(&token, trust, circumstances)?;
    match judge_claims(&signed, trust, circumstances, &mut warnings) {
        Ok((class, level, due, ticket, policy)) => Ok(Verdict {
            class,
            level,
            holder: Holder::Unconfirmed,
            proof: None,
            due,
            warnings,
            verified: Verified {
                signed_by: signed.signed_by(),
                completion: signed.completion,
                ticket,
                policy: policy.clone(),
            },
        }),
        Err(refusal) => Err(Refused { refusal, signed: Some(Box::new(signed.completion)) }),
    }
}

type Findings<'a> = (Class, Level, JstDate, Option<Ticket>, &'a CoursePolicy);

/// Steps 17 to 30.
fn judge_claims<'a>(
    signed: &Signed<'_>,
    trust: &'a TrustList,
    circumstances: &Circumstances<'_>,
    warnings: &mut Vec<Warning>,
) -> Result<Findings<'a>, Refusal> {
    let completion = &signed.completion;
    if let Some(key) = signed.key {
        check_key(key, Roles::ISSUE, &completion.course, completion.issued)?;
    }
    let policy = check_course(completion, trust, circumstances, warnings)?;
    let asserted = check_assertions(signed)?;
    let ticket = check_ticket(completion, trust)?;
    let is_on_roster = check_roster(completion, ticket.as_ref(), circumstances, warnings);
    let level = level(asserted, ticket.is_some() || is_on_roster);
    if level < policy.minimum_level {
        return Err(Refusal::Level { level, minimum: policy.minimum_level });
    }
    check_time(completion, policy, circumstances, warnings)?;
    if trust.is_revoked(completion.cti.hash()) {
        return Err(Refusal::Revoked);
    }
    let due = due_date(completion);
    let class = classify(due, policy, circumstances)?;
    if circumstances.seen.is_some_and(|seen| seen.contains(&completion.cti.hash())) {
        warnings.push(Warning::Seen);
    }
    Ok((class, level, due, ticket, policy))
}

/// Steps 12 and 13: the clock and the age of the list.
fn check_list(
    trust: &TrustList,
    circumstances: &Circumstances<'_>,
) -> Result<Vec<Warning>, Refusal> {
    let floor = trust.issued().max(circumstances.clock_floor.unwrap_or_default());
    if circumstances.now.plus_s(DAY_S) < floor {
        return Err(Refusal::Clock { floor });
    }
    match trust.age(circumstances.now) {
        Age::Fresh => Ok(vec![]),
        Age::Old => Ok(vec![Warning::TrustOld]),
        Age::Stale => {
            Err(Refusal::TrustStale { seq: trust.seq(), next_update: trust.next_update() })
        }
    }
}

/// Steps 18 to 20: course, content, score.
fn check_course<'a>(
    completion: &Completion,
    trust: &'a TrustList,
    circumstances: &Circumstances<'_>,
    warnings: &mut Vec<Warning>,
) -> Result<&'a CoursePolicy, Refusal> {
    let course = &completion.course;
    let policy =
        trust.course(course).ok_or_else(|| Refusal::CourseUnknown { course: course.clone() })?;
    if circumstances.course.is_some_and(|wanted| wanted != course) {
        return Err(Refusal::Course { course: course.clone() });
    }
    if !policy.content.contains(&completion.content) {
        if !policy.older_content.contains(&completion.content) {
            return Err(Refusal::Content { content: completion.content });
        }
        warnings.push(Warning::ContentOld);
    }
    if completion.score.passes(policy.pass_percent) {
        Ok(policy)
    } else {
        Err(Refusal::Score { score: completion.score, pass_percent: policy.pass_percent })
    }
}

/// Step 21: a device asserts nothing, an issuer only what its key may.
fn check_assertions(signed: &Signed<'_>) -> Result<Checks, Refusal> {
    let asserted = signed.completion.checks.unwrap_or_default();
    let limit = signed.key.and_then(|(_, key)| key.checks).unwrap_or_default();
    if limit.contains(asserted) { Ok(asserted) } else { Err(Refusal::Checks) }
}

/// Step 23.
fn check_roster(
    completion: &Completion,
    ticket: Option<&Ticket>,
    circumstances: &Circumstances<'_>,
    warnings: &mut Vec<Warning>,
) -> bool {
    let Some(roster) = circumstances.roster else { return false };
    let is_listed = ticket_id(completion, ticket).is_some_and(|id| roster.contains(&id));
    if !is_listed {
        warnings.push(Warning::NotOnRoster);
    }
    is_listed
}

/// The id by which the roster may know the person.
pub(super) fn ticket_id(completion: &Completion, ticket: Option<&Ticket>) -> Option<TicketId> {
    match (&completion.enrolment, ticket) {
        (Some(Enrolment::Ticket(id)), _) => Some(*id),
        (_, ticket) => ticket.map(|ticket| ticket.id),
    }
}

/// Step 24, §8.
fn level(asserted: Checks, is_enrolled: bool) -> Level {
    if asserted.contains(Checks::SUPERVISED) {
        Level::A3
    } else if asserted.contains(Checks::GRADED.and(Checks::TIMED)) {
        Level::A2
    } else if is_enrolled || asserted.contains(Checks::TICKET) {
        Level::A1
    } else {
        Level::A0
    }
}

/// Steps 25 to 27.
fn check_time(
    completion: &Completion,
    policy: &CoursePolicy,
    circumstances: &Circumstances<'_>,
    warnings: &mut Vec<Warning>,
) -> Result<(), Refusal> {
    let completed = completion.issued;
    if completed > circumstances.now.plus_s(DAY_S) {
        return Err(Refusal::NotYet { completed });
    }
    if completed > circumstances.now.plus_s(SILENT_SKEW_S) {
        warnings.push(Warning::ClockSkew);
    }
    if completion.expires > completed.jst_date().due(policy.validity).end() {
        return Err(Refusal::ExpiryPolicy);
    }
    let completed = completed.jst_date();
    if circumstances.session_date < completed {
        Err(Refusal::SessionDate { completed })
    } else {
        Ok(())
    }
}

/// The last day of a token. It can be earlier than the policy's: a token issued again keeps its first due date.
fn due_date(completion: &Completion) -> JstDate {
    crate::calendar::UnixSeconds(completion.expires.0.saturating_sub(1)).jst_date()
}

/// Step 29.
fn classify(
    due: JstDate,
    policy: &CoursePolicy,
    circumstances: &Circumstances<'_>,
) -> Result<Class, Refusal> {
    let days_late = circumstances.session_date.days_since(due);
    match u32::try_from(days_late) {
        Err(_) | Ok(0) => Ok(Class::Ok),
        Ok(days) if days <= u32::from(policy.grace_days) => Ok(Class::Late { days }),
        Ok(days_late) => Err(Refusal::Expired { due, days_late }),
    }
}
