//! Which codes the camera sees: a code that stays in view, or comes back at once, is read once.

/// How long a code must have been out of view to be read again, in milliseconds.
const OUT_OF_VIEW_MS: u64 = 4_000;
/// How long it must be out of view when the next code was asked for: long enough for a blurred picture or two.
const OUT_OF_VIEW_AFTER_NEXT_MS: u64 = 600;

/// The codes seen lately, each with the moment it was last in view.
#[derive(Debug, Default)]
pub(super) struct Sightings {
    seen: Vec<(String, u64)>,
}

impl Sightings {
    /// Notes a code in view. True when it was not in view lately.
    pub(super) fn is_new(&mut self, text: &str, now_ms: u64) -> bool {
        self.seen.retain(|(_, at)| now_ms.saturating_sub(*at) < OUT_OF_VIEW_MS);
        match self.seen.iter_mut().find(|(seen, _)| seen == text) {
            Some((_, at)) => {
                *at = now_ms;
                false
            }
            None => {
                self.seen.push((text.to_owned(), now_ms));
                true
            }
        }
    }

    /// Forgets the codes that are out of view: the next one may be the same again.
    pub(super) fn forget_old(&mut self, now_ms: u64) {
        self.seen.retain(|(_, at)| now_ms.saturating_sub(*at) < OUT_OF_VIEW_AFTER_NEXT_MS);
    }

    /// Forgets one code: it is to be read again, though it may never have been out of view.
    pub(super) fn forget(&mut self, text: &str) {
        self.seen.retain(|(seen, _)| seen != text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_that_stays_in_view_is_read_once() {
        let mut sightings = Sightings::default();
        let read: Vec<u64> =
            (0..100).map(|n| n * 100).filter(|now| sightings.is_new("YC1:A", *now)).collect();
        assert_eq!(read, [0]);
    }

    #[test]
    fn a_code_that_comes_back_after_a_while_is_read_again() {
        let mut sightings = Sightings::default();
        assert!(sightings.is_new("YC1:A", 0));
        assert!(sightings.is_new("YC1:B", 1_000));
        assert!(!sightings.is_new("YC1:A", 3_999));
        assert!(sightings.is_new("YC1:A", 8_000));
    }

    #[test]
    fn asking_for_the_next_lets_the_same_code_be_shown_again() {
        let mut sightings = Sightings::default();
        assert!(sightings.is_new("YC1:A", 0));
        sightings.forget_old(1_000);
        assert!(sightings.is_new("YC1:A", 1_100));
    }

    #[test]
    fn asking_for_the_next_does_not_read_what_is_still_in_view() {
        let mut sightings = Sightings::default();
        assert!(sightings.is_new("YC1:A", 0));
        sightings.forget_old(100);
        assert!(!sightings.is_new("YC1:A", 160));
    }

    #[test]
    fn a_refused_code_that_stays_in_view_is_read_again_when_that_is_asked_for() {
        let mut sightings = Sightings::default();
        assert!(sightings.is_new("YC1:A", 0));
        assert!(sightings.is_new("YC1:B", 100));
        assert!(!sightings.is_new("YC1:A", 200));
        sightings.forget("YC1:A");
        assert!(!sightings.is_new("YC1:B", 260));
        assert!(sightings.is_new("YC1:A", 320));
        assert!(!sightings.is_new("YC1:A", 380));
    }
}
