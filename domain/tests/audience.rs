//! Who earns the credit of a course, and that nobody is kept from it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod course;

use course::outline;
use domain::audience::{Earning, Membership, Reason, may_earn};
use domain::catalog::{Audience, SpecialistCategory, SpecialistCredit};
use domain::journal::{Event, Journal, ProfileField};
use domain::unit::UnixMs;

fn profile(fields: &[(ProfileField, &str)]) -> Journal {
    let mut journal = Journal::new();
    for (at, (field, value)) in (1..).zip(fields) {
        journal.apply(&Event::ProfileSet { field: *field, value: (*value).into(), at: UnixMs(at) });
    }
    journal
}

#[test]
fn only_membership_decides_and_only_where_there_is_credit() {
    let mut course = outline();
    course.audience = Audience::Members;
    for membership in Membership::ALL {
        assert_eq!(may_earn(&course, membership), Earning::NoCredit);
    }
    course.curriculum.units_tenths = 10;
    for (membership, expected) in [
        (Membership::Member, Earning::Earns),
        (Membership::NonMember, Earning::EarnsNone(Reason::NotAMember)),
        (Membership::NotSaid, Earning::EarnsNone(Reason::MembershipNotSaid)),
    ] {
        assert_eq!(may_earn(&course, membership), expected);
    }
    for audience in [
        Audience::Anyone,
        Audience::Physicians,
        Audience::HealthProfessionals,
        Audience::FirePersonnel,
    ] {
        course.audience = audience;
        for membership in Membership::ALL {
            assert_eq!(may_earn(&course, membership), Earning::Earns, "{audience:?}");
        }
    }
}

#[test]
fn units_of_specialists_are_credit_too() {
    let mut course = outline();
    course.audience = Audience::Members;
    course.listing.specialist =
        Some(SpecialistCredit { category: SpecialistCategory::MedicalEthics, units_tenths: 10 });
    assert_eq!(may_earn(&course, Membership::Member), Earning::Earns);
}

#[test]
fn the_answer_outweighs_the_number_and_the_number_is_an_answer() {
    use ProfileField::{JmaMemberId, JmaMembership};
    for (fields, expected) in [
        (&[][..], Membership::NotSaid),
        (&[(JmaMembership, "member")], Membership::Member),
        (&[(JmaMembership, "non-member")], Membership::NonMember),
        (&[(JmaMemberId, "0012345678")], Membership::Member),
        (&[(JmaMemberId, "0012345678"), (JmaMembership, "non-member")], Membership::NonMember),
        (&[(JmaMemberId, "0012345678"), (JmaMemberId, "")], Membership::NotSaid),
        (&[(JmaMembership, "a word of a newer program")], Membership::NotSaid),
    ] {
        assert_eq!(Membership::of(&profile(fields)), expected, "{fields:?}");
    }
}
