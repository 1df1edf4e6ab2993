//! Whether a learner may earn the credit of a course (R4, R5). Nobody is kept from learning: every course can be read,
//! watched and completed.

use crate::catalog::{Audience, Outline};
use crate::journal::{Journal, ProfileField};

/// Whether the learner belongs to the Japan Medical Association, as they say themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Membership {
    /// 日本医師会会員.
    Member,
    /// 会員ではない.
    NonMember,
    /// Not said.
    #[default]
    NotSaid,
}

impl Membership {
    /// All answers.
    pub const ALL: [Self; 3] = [Self::Member, Self::NonMember, Self::NotSaid];

    /// How it stands in the profile; empty for [`Self::NotSaid`].
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::NonMember => "non-member",
            Self::NotSaid => "",
        }
    }

    /// What the profile says. Where it gives no answer, a member id is one: only members have it.
    #[must_use]
    pub fn of(journal: &Journal) -> Self {
        match journal.profile(ProfileField::JmaMembership) {
            Some("member") => Self::Member,
            Some("non-member") => Self::NonMember,
            _ if journal.profile(ProfileField::JmaMemberId).is_some() => Self::Member,
            _ => Self::NotSaid,
        }
    }
}

/// What becomes of a course's credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Earning {
    /// The course gives no credit to anybody.
    NoCredit,
    /// The learner may earn it.
    Earns,
    /// The learner may learn, and earns no credit.
    EarnsNone(Reason),
}

/// Why a learner earns no credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The credit is for members of the Japan Medical Association alone, and the profile says that the learner is none.
    NotAMember,
    /// The credit is for members alone, and the profile does not say whether the learner is one.
    MembershipNotSaid,
}

/// Whether a learner earns the credit of a course. Only membership decides (R4); the other audiences are a note of whom
/// the course was made for.
#[must_use]
pub fn may_earn(course: &Outline, membership: Membership) -> Earning {
    if course.curriculum.units_tenths == 0 && course.listing.specialist.is_none() {
        return Earning::NoCredit;
    }
    match (course.audience, membership) {
        (Audience::Members, Membership::NonMember) => Earning::EarnsNone(Reason::NotAMember),
        (Audience::Members, Membership::NotSaid) => Earning::EarnsNone(Reason::MembershipNotSaid),
        _ => Earning::Earns,
    }
}
