//! Lines as events.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use base64ct::{Base64UrlUnpadded, Encoding};
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, SeqAccess, Visitor};

use super::Damage;
use crate::assessment::Answer;
use crate::catalog::Point;
use crate::coverage::Span;
use crate::journal::{Event, Preference, ProfileField};
use crate::text_form::read_hex64;
use crate::unit::{MediaMs, UnixMs};

/// Reads a line without white space around it.
pub(super) fn read(text: &str) -> Result<Event, Damage> {
    let named = text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with('"'));
    if !named {
        let json = serde_json::from_str::<IgnoredAny>(text).is_ok();
        return Err(if json { Damage::NotAnEvent } else { Damage::NotJson });
    }
    match serde_json::from_str::<Known>(text) {
        Ok(Known(Some(event))) => Ok(event),
        Ok(Known(None)) => Ok(Event::Unknown { text: text.to_owned() }),
        Err(error) if error.is_data() && serde_json::from_str::<IgnoredAny>(text).is_ok() => {
            Err(Damage::WrongFields)
        }
        Err(_) => Err(Damage::NotJson),
    }
}

/// An event, or `None` for one of a newer program.
struct Known(Option<Event>);

impl<'de> Deserialize<'de> for Known {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_seq(EventVisitor)
    }
}

struct EventVisitor;

impl<'de> Visitor<'de> for EventVisitor {
    type Value = Known;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, fields: A) -> Result<Known, A::Error> {
        let mut fields = Fields(fields);
        let name: Name = fields.next()?;
        let event = fields.event(name)?;
        // More fields than are known: a newer program's. The whole line is kept.
        let mut more = false;
        while fields.0.next_element::<IgnoredAny>()?.is_some() {
            more = true;
        }
        Ok(Known(event.filter(|_| !more)))
    }
}

struct Fields<A>(A);

impl<'de, A: SeqAccess<'de>> Fields<A> {
    fn next<T: Deserialize<'de>>(&mut self) -> Result<T, A::Error> {
        self.0.next_element()?.ok_or_else(|| A::Error::custom("a field is missing"))
    }

    fn id<T: FromStr>(&mut self) -> Result<T, A::Error> {
        self.next::<Id<T>>().map(|id| id.0)
    }

    fn ids<T: FromStr>(&mut self) -> Result<Vec<T>, A::Error> {
        Ok(self.next::<Vec<Id<T>>>()?.into_iter().map(|id| id.0).collect())
    }

    fn at(&mut self) -> Result<UnixMs, A::Error> {
        self.next()
    }

    fn span(&mut self) -> Result<Span, A::Error> {
        let (start, end): (MediaMs, MediaMs) = (self.next()?, self.next()?);
        Span::new(start, end).ok_or_else(|| A::Error::custom("an empty stretch"))
    }

    fn event(&mut self, name: Name) -> Result<Option<Event>, A::Error> {
        let event = match name {
            Name::Watched => Event::Watched {
                course: self.id()?,
                chapter: self.id()?,
                video: self.id()?,
                span: self.span()?,
                at: self.at()?,
            },
            Name::Stopped => Event::Stopped {
                course: self.id()?,
                chapter: self.id()?,
                video: self.id()?,
                position: self.next()?,
                at: self.at()?,
            },
            Name::Attempt => Event::AttemptStarted {
                attempt: self.id()?,
                course: self.id()?,
                content: self.id()?,
                seed: self.id::<Hex64>()?.0,
                questions: self.ids()?,
                at: self.at()?,
            },
            Name::Answered | Name::Ordered | Name::Matched | Name::Typed | Name::Pointed => {
                Event::Answered {
                    attempt: self.id()?,
                    question: self.id()?,
                    answer: self.answer(name)?,
                    at: self.at()?,
                }
            }
            Name::HandedIn => Event::HandedIn {
                attempt: self.id()?,
                correct: self.next()?,
                total: self.next()?,
                passed: self.next()?,
                missed: self.ids()?,
                at: self.at()?,
            },
            Name::Completed => {
                Event::Completed { course: self.id()?, content: self.id()?, at: self.at()? }
            }
            Name::Sealed => Event::Sealed {
                course: self.id()?,
                content: self.id()?,
                cti: self.id()?,
                token: self.id::<Base64>()?.0,
                at: self.at()?,
            },
            Name::Note => Event::NoteWritten {
                course: self.id()?,
                chapter: self.id()?,
                position: self.next()?,
                text: self.next()?,
                at: self.at()?,
            },
            Name::Profile => return self.profile(),
            Name::Preference => return self.preference(),
            Name::Newer => return Ok(None),
        };
        Ok(Some(event))
    }

    fn answer(&mut self, name: Name) -> Result<Option<Answer>, A::Error> {
        Ok(match name {
            Name::Ordered => Some(Answer::Order(self.next()?)),
            Name::Matched => Some(Answer::Match(self.next()?)),
            Name::Typed => Some(Answer::Number(self.next()?)),
            Name::Pointed => {
                let point = Point { x: self.next()?, y: self.next()? };
                let point = Some(point).filter(|point| point.is_inside());
                Some(Answer::Spot(point.ok_or_else(|| A::Error::custom("not in the picture"))?))
            }
            _ => self.next::<Given>()?.0,
        })
    }

    /// A field of the profile this program does not know is a newer program's.
    fn profile(&mut self) -> Result<Option<Event>, A::Error> {
        let field: String = self.next()?;
        let (value, at) = (self.next()?, self.at()?);
        Ok(ProfileField::from_name(&field).map(|field| Event::ProfileSet { field, value, at }))
    }

    fn preference(&mut self) -> Result<Option<Event>, A::Error> {
        let name: String = self.next()?;
        let (value, at) = (self.next()?, self.at()?);
        let preference = Preference::from_name(&name);
        Ok(preference.map(|preference| Event::PreferenceSet { preference, value, at }))
    }
}

/// The name an event begins with.
#[derive(Clone, Copy)]
enum Name {
    Watched,
    Stopped,
    Attempt,
    Answered,
    Ordered,
    Matched,
    Typed,
    Pointed,
    HandedIn,
    Completed,
    Sealed,
    Profile,
    Preference,
    Note,
    Newer,
}

impl FromStr for Name {
    type Err = core::convert::Infallible;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Ok(match name {
            "watched" => Self::Watched,
            "stopped" => Self::Stopped,
            "attempt" => Self::Attempt,
            "answered" => Self::Answered,
            "ordered" => Self::Ordered,
            "matched" => Self::Matched,
            "typed" => Self::Typed,
            "pointed" => Self::Pointed,
            "handed-in" => Self::HandedIn,
            "completed" => Self::Completed,
            "sealed" => Self::Sealed,
            "profile" => Self::Profile,
            "preference" => Self::Preference,
            "note" => Self::Note,
            _ => Self::Newer,
        })
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        crate::text_form::deserialize(from)
    }
}

/// Anything that is read from a text.
struct Id<T>(T);

impl<'de, T: FromStr> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        crate::text_form::deserialize(from).map(Self)
    }
}

struct Hex64(u64);

impl FromStr for Hex64 {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        read_hex64(text).map(Self).ok_or(())
    }
}

struct Base64(Vec<u8>);

impl FromStr for Base64 {
    type Err = base64ct::Error;

    fn from_str(text: &str) -> Result<Self, base64ct::Error> {
        Base64UrlUnpadded::decode_vec(text).map(Self)
    }
}

/// An answer to choices: `true`, a number, an array of numbers, or `null` for one taken back.
struct Given(Option<Answer>);

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(GivenVisitor)
    }
}

struct GivenVisitor;

impl<'de> Visitor<'de> for GivenVisitor {
    type Value = Given;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer")
    }

    fn visit_unit<E: Error>(self) -> Result<Given, E> {
        Ok(Given(None))
    }

    fn visit_bool<E: Error>(self, given: bool) -> Result<Given, E> {
        Ok(Given(Some(Answer::TrueFalse(given))))
    }

    fn visit_u64<E: Error>(self, given: u64) -> Result<Given, E> {
        let choice = usize::try_from(given).map_err(|_| E::custom("no such choice"))?;
        Ok(Given(Some(Answer::Single(choice))))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut choices: A) -> Result<Given, A::Error> {
        let mut given = alloc::collections::BTreeSet::new();
        while let Some(choice) = choices.next_element()? {
            given.insert(choice);
        }
        Ok(Given(Some(Answer::Multiple(given))))
    }
}
