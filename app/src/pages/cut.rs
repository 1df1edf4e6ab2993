//! How a part of the program is cut off, to be fetched when it is wanted.
//!
//! With the feature `split` each function of [`parts`] becomes a file beside the program, and its `load` fetches it.
//! Without it (`trunk serve`, tests) all of them are in the one program and are always there.

use leptos::prelude::AnyView;

/// A part is not here: it was not asked for, or could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// What a part shows, when it is here.
pub type Shown = Result<AnyView, NotLoaded>;

/// Each line: the function that shows something, the part it is in, what loads the part, and what is shown.
macro_rules! parts {
    ($($show:ident($($arg:ident: $type:ty),*) in $part:ident by $load:ident: $page:expr;)*) => {$(
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($part, fallible, preload($load))]
        fn $part($($arg: $type),*) -> $crate::pages::cut::Shown {
            Ok($page.into_any())
        }

        #[cfg(not(feature = "split"))]
        async fn $part($($arg: $type),*) -> $crate::pages::cut::Shown {
            Ok($page.into_any())
        }

        #[cfg(not(feature = "split"))]
        async fn $load() -> Result<(), $crate::pages::cut::NotLoaded> {
            Ok(())
        }

        /// What is shown, built at once.
        ///
        /// # Errors
        /// [`NotLoaded`] before its part was loaded.
        pub fn $show($($arg: $type),*) -> $crate::pages::cut::Shown {
            $part($($arg),*).now_or_never().unwrap_or(Err($crate::pages::cut::NotLoaded))
        }
    )*};
}

pub(in crate::pages) use parts;
