//! What can be said of an author's work stands in tables: each entry with its code, its weight and its sentences in both
//! languages. An entry without a sentence and an advice does not compile.

/// What a finding says: what is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong.
    pub wrong: String,
    /// What to do.
    pub advice: String,
}

/// Makes such a table: an enum with `code`, `severity`, `words` and the list `CODES`.
macro_rules! sentences {
    ($(#[$about:meta])* $table:ident $(
        $(#[$doc:meta])*
        $name:ident { $($field:ident: $kind:ty),* } $severity:ident $code:literal
            ja $ja:literal, $ja_advice:literal;
            en $en:literal, $en_advice:literal;
    )*) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the fields are the words that the sentence beside them shows")]
        pub enum $table { $( $(#[$doc])* $name { $($field: $kind),* }, )* }

        impl $table {
            /// A short stable name, for tests and for searching.
            pub fn code(&self) -> &'static str {
                match self { $( Self::$name { .. } => $code, )* }
            }

            /// Whether a course may be built with it.
            pub fn severity(&self) -> $crate::finding::Severity {
                match self { $( Self::$name { .. } => $crate::finding::Severity::$severity, )* }
            }

            /// What is wrong and what to do, in one language.
            pub fn words(&self, language: $crate::language::Language) -> $crate::sentence::Words {
                match self { $(
                    Self::$name { $($field),* } => match language {
                        $crate::language::Language::Ja => { $( let _ = $field; )* $crate::sentence::Words { wrong: format!($ja), advice: format!($ja_advice) } }
                        $crate::language::Language::En => { $( let _ = $field; )* $crate::sentence::Words { wrong: format!($en), advice: format!($en_advice) } }
                    },
                )* }
            }

            /// The code of every mistake there is, in the order of the table.
            pub const CODES: &'static [&'static str] = &[$($code),*];
        }
    };
}

pub(crate) use sentences;
