//! Check-in: the codes read in a session, one row for each person.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use token::calendar::JstDate;
use token::identifier::{CourseId, CtiHash};

use crate::unit::UnixMs;

/// A practical session: a course on a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionKey {
    /// The course.
    pub course: CourseId,
    /// The day.
    pub date: JstDate,
}

/// What the reading of a code gave.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reading {
    /// `OK`, `LATE`, or the code of the refusal (token spec §7), such as `E_EXPIRED`.
    pub verdict: String,
    /// The assurance level, 0 to 3; none when refused before it was known.
    pub level: Option<u8>,
    /// The holder axis, 0 to 2 (token spec §8), as far as the code itself says.
    pub holder: u8,
    /// The name, if it is in the code.
    pub name: Option<String>,
    /// Right answers and questions.
    pub score: Option<(u8, u8)>,
    /// The due date.
    pub due: Option<JstDate>,
    /// The receipt number of the token, if it could be told. None also in what early programs wrote.
    pub receipt: Option<String>,
    /// What the device's clock said, where it was wrong and the instructor typed today's date in its place (token
    /// spec §14): the moment of the reading is then of the typed day. None where the clock was used.
    pub clock: Option<UnixMs>,
}

impl Reading {
    /// Was the code neither refused nor late?
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.verdict == "OK"
    }

    /// Is the decision the instructor's?
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.verdict == "LATE"
    }
}

/// Why a late code was accepted or not (token spec §14).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LateReason {
    /// 概ね1か月の範囲.
    AboutOneMonth,
    /// 災害・休講.
    DisasterOrCancellation,
    /// 主催者都合.
    Organiser,
    /// 期限を大きく過ぎている.
    FarOverdue,
    /// 本人の都合.
    Learner,
    /// 主催者の指示.
    OrganiserInstruction,
    /// その他: the note says what.
    Other,
}

impl LateReason {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::AboutOneMonth,
        Self::DisasterOrCancellation,
        Self::Organiser,
        Self::FarOverdue,
        Self::Learner,
        Self::OrganiserInstruction,
        Self::Other,
    ];

    /// Those that speak for a decision: to accept, in the order of the spec; to refuse, reasons of its own.
    #[must_use]
    pub const fn of(decision: Decision) -> [Self; 4] {
        match decision {
            Decision::Accept => {
                [Self::AboutOneMonth, Self::DisasterOrCancellation, Self::Organiser, Self::Other]
            }
            Decision::Refuse => {
                [Self::FarOverdue, Self::Learner, Self::OrganiserInstruction, Self::Other]
            }
        }
    }

    /// The name in archives.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AboutOneMonth => "about-one-month",
            Self::DisasterOrCancellation => "disaster-or-cancellation",
            Self::Organiser => "organiser",
            Self::FarOverdue => "far-overdue",
            Self::Learner => "learner",
            Self::OrganiserInstruction => "organiser-instruction",
            Self::Other => "other",
        }
    }

    /// The one of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == name)
    }
}

/// What the instructor decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// Takes part.
    Accept,
    /// Does not.
    Refuse,
}

/// A decision with its reason.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ruling {
    /// What was decided.
    pub decision: Decision,
    /// Why.
    pub reason: LateReason,
    /// In the instructor's words; may be empty.
    pub note: String,
}

/// Something that happened at the door.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CheckInEvent {
    /// A code was read, whatever came of it.
    Scanned {
        /// The session.
        session: SessionKey,
        /// The token: the first 8 bytes of SHA-256 of its id. None when the code could not be read so
        /// far.
        cti8: Option<CtiHash>,
        /// What it gave.
        reading: Reading,
        /// When.
        at: UnixMs,
    },
    /// The instructor decided on a late code. The newest outweighs the others.
    Decided {
        /// The session.
        session: SessionKey,
        /// The token.
        cti8: CtiHash,
        /// What was decided, and why.
        ruling: Ruling,
        /// When.
        at: UnixMs,
    },
    /// The instructor compared the person with the roster or an identity card (H1), or takes that
    /// back. The newest outweighs the others.
    IdentityConfirmed {
        /// The session.
        session: SessionKey,
        /// The token.
        cti8: CtiHash,
        /// Confirmed, or taken back?
        confirmed: bool,
        /// When.
        at: UnixMs,
    },
    /// A fact of a newer version of the program: kept as it was written.
    Unknown {
        /// Its line in the archive.
        text: String,
    },
}

impl CheckInEvent {
    /// In which session it happened; none of a fact that is not understood.
    #[must_use]
    pub fn session(&self) -> Option<&SessionKey> {
        match self {
            Self::Scanned { session, .. }
            | Self::Decided { session, .. }
            | Self::IdentityConfirmed { session, .. } => Some(session),
            Self::Unknown { .. } => None,
        }
    }
}

/// What came of a row so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// In time, or late and accepted by the instructor.
    Accepted,
    /// Refused by the rules, or late and refused by the instructor.
    Refused,
    /// Late, and the instructor has not decided.
    Undecided,
}

/// One line of a session's list: a person's code, or one reading that could not be told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The token, if it could be told.
    pub cti8: Option<CtiHash>,
    /// When it was first read in this session.
    pub first_at: UnixMs,
    /// Whether the day of that moment was typed, not the device's.
    pub is_day_typed: bool,
    /// How often it was read in this session.
    pub readings: usize,
    /// What the newest reading gave.
    pub reading: Reading,
    /// What the instructor decided.
    pub ruling: Option<Ruling>,
    /// The holder axis: 1 when the instructor confirmed the person, else what the code says.
    pub holder: u8,
    /// What came of it.
    pub outcome: Outcome,
}

/// When and where a token was first let through.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    /// When.
    pub at: UnixMs,
    /// In which session.
    pub session: SessionKey,
}

/// All check-ins on this device. Its outcome depends only on the set of events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckInLog {
    events: BTreeSet<CheckInEvent>,
}

impl CheckInLog {
    /// An empty log.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a fact.
    pub fn apply(&mut self, event: &CheckInEvent) {
        self.learn(event);
    }

    /// Takes a fact, and tells whether it was not known.
    pub fn learn(&mut self, event: &CheckInEvent) -> bool {
        self.events.insert(event.clone())
    }

    /// Takes all facts of another log.
    pub fn merge(&mut self, other: &Self) {
        self.events.extend(other.events.iter().cloned());
    }

    /// Forgets all that was noted in a session. A fact of a newer version belongs to no session that is known: it stays.
    pub fn forget(&mut self, session: &SessionKey) {
        self.events.retain(|event| event.session() != Some(session));
    }

    /// All facts, each once.
    pub fn events(&self) -> impl Iterator<Item = &CheckInEvent> {
        self.events.iter()
    }

    /// The sessions that have any reading, the newest day first.
    #[must_use]
    pub fn sessions(&self) -> Vec<SessionKey> {
        let scanned = self.events.iter().filter_map(|event| match event {
            CheckInEvent::Scanned { session, .. } => Some(session),
            _ => None,
        });
        let mut sessions: Vec<_> = scanned.collect::<BTreeSet<_>>().into_iter().cloned().collect();
        sessions.sort_by_key(|session| core::cmp::Reverse(session.date));
        sessions
    }

    /// The list of a session, in the order of first readings.
    #[must_use]
    pub fn rows(&self, session: &SessionKey) -> Vec<Row> {
        let mut people: BTreeMap<CtiHash, Vec<(UnixMs, &Reading)>> = BTreeMap::new();
        let mut rows = Vec::new();
        for event in &self.events {
            let CheckInEvent::Scanned { session: of, cti8, reading, at } = event else { continue };
            match cti8 {
                _ if of != session => {}
                Some(cti8) => people.entry(*cti8).or_default().push((*at, reading)),
                None => rows.extend(self.row(session, None, &[(*at, reading)])),
            }
        }
        rows.extend(
            people.iter().filter_map(|(cti8, readings)| self.row(session, Some(*cti8), readings)),
        );
        rows.sort_by_key(|row| (row.first_at, row.cti8));
        rows
    }

    /// When and where this token was first let through, in whatever session. A reading that was
    /// refused lets nobody through.
    #[must_use]
    pub fn seen(&self, cti8: CtiHash) -> Option<Seen> {
        let let_through = self.let_through().filter(|(token, _)| *token == cti8);
        let_through.map(|(_, seen)| seen).min()
    }

    /// All tokens that were let through: the judge warns of them.
    #[must_use]
    pub fn seen_tokens(&self) -> BTreeSet<CtiHash> {
        self.let_through().map(|(token, _)| token).collect()
    }

    fn let_through(&self) -> impl Iterator<Item = (CtiHash, Seen)> {
        self.events.iter().filter_map(|event| match event {
            CheckInEvent::Scanned { session, cti8: Some(token), reading, at }
                if reading.is_ok() || reading.is_late() =>
            {
                Some((*token, Seen { at: *at, session: session.clone() }))
            }
            _ => None,
        })
    }

    fn row(
        &self,
        session: &SessionKey,
        cti8: Option<CtiHash>,
        readings: &[(UnixMs, &Reading)],
    ) -> Option<Row> {
        let (first_at, first) = *readings.iter().min()?;
        let is_day_typed = first.clock.is_some();
        let reading = (*readings.iter().max()?.1).clone();
        let ruling = cti8.and_then(|cti8| self.ruling(session, cti8));
        let confirmed = cti8.is_some_and(|cti8| self.is_confirmed(session, cti8));
        let outcome = outcome(&reading, ruling.as_ref());
        let holder = if confirmed { reading.holder.max(1) } else { reading.holder };
        let readings = readings.len();
        Some(Row { cti8, first_at, is_day_typed, readings, reading, ruling, holder, outcome })
    }

    fn ruling(&self, session: &SessionKey, token: CtiHash) -> Option<Ruling> {
        let rulings = self.events.iter().filter_map(|event| match event {
            CheckInEvent::Decided { session: of, cti8, ruling, at }
                if of == session && *cti8 == token =>
            {
                Some((at, ruling))
            }
            _ => None,
        });
        rulings.max().map(|(_, ruling)| ruling.clone())
    }

    fn is_confirmed(&self, session: &SessionKey, token: CtiHash) -> bool {
        let confirmations = self.events.iter().filter_map(|event| match event {
            CheckInEvent::IdentityConfirmed { session: of, cti8, confirmed, at }
                if of == session && *cti8 == token =>
            {
                Some((at, *confirmed))
            }
            _ => None,
        });
        confirmations.max().is_some_and(|(_, confirmed)| confirmed)
    }
}

fn outcome(reading: &Reading, ruling: Option<&Ruling>) -> Outcome {
    match (reading.is_late(), ruling.map(|ruling| ruling.decision)) {
        (false, _) if reading.is_ok() => Outcome::Accepted,
        (true, None) => Outcome::Undecided,
        (true, Some(Decision::Accept)) => Outcome::Accepted,
        _ => Outcome::Refused,
    }
}
