//! The numbers of classical item analysis. They depend only on the set of attempts: their order changes nothing, not even
//! the last digit.

use domain::item_result::Outcome;

/// Each group of the comparison of upper and lower 27 % has at least so many.
pub const LEAST_GROUP: usize = 10;

/// A coefficient as it is shown and judged: in hundredths; what rounds to nothing has no sign.
pub fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0 + 0.0
}

/// How one question was answered in one attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The place of the question among those that are measured.
    pub item: usize,
    /// How it was graded.
    pub outcome: Outcome,
    /// The choices taken.
    pub taken: Vec<u16>,
}

/// What was counted of one question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured {
    /// In how many attempts it was asked.
    pub asked: usize,
    /// How many answered it rightly.
    pub right: usize,
    /// How many did not answer it; they count as not right.
    pub unanswered: usize,
    /// How many took each choice.
    pub choices: Vec<usize>,
    /// The corrected item–rest correlation: of right (1) or not (0) with the share of the attempt's other questions
    /// that are right. From −1 to 1; none where all are alike in either.
    pub discrimination: Option<f64>,
    /// The comparison of the upper and the lower 27 %, where there are enough.
    pub groups: Option<Groups>,
}

impl Measured {
    /// The share that answered rightly, from 0 to 1: the difficulty index of item analysis. `None` when never asked.
    pub fn difficulty(&self) -> Option<f64> {
        (self.asked > 0).then(|| share(self.right, self.asked))
    }
}

/// The share of right answers among those who did best and worst in the other questions (Kelley's 27 %).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Groups {
    /// How many are in each.
    pub size: usize,
    /// The share of the upper group, from 0 to 1.
    pub upper: f64,
    /// The share of the lower group, from 0 to 1.
    pub lower: f64,
}

impl Groups {
    /// Upper less lower, from −1 to 1.
    pub fn difference(self) -> f64 {
        self.upper - self.lower
    }
}

/// Counts the answers of all attempts. `choices` is how many choices each question has.
pub fn measure(attempts: &[Vec<Response>], choices: &[usize]) -> Vec<Measured> {
    let mut measured: Vec<Measured> = choices
        .iter()
        .map(|count| Measured { choices: vec![0; *count], ..Measured::default() })
        .collect();
    let mut pairs: Vec<Vec<Pair>> = vec![Vec::new(); choices.len()];
    for attempt in attempts {
        let right = attempt.iter().filter(|one| one.outcome == Outcome::Right).count();
        for response in attempt {
            let is_right = response.outcome == Outcome::Right;
            let item = &mut measured[response.item];
            item.asked += 1;
            item.right += usize::from(is_right);
            item.unanswered += usize::from(response.outcome == Outcome::Unanswered);
            for choice in &response.taken {
                if let Some(count) = item.choices.get_mut(usize::from(*choice)) {
                    *count += 1;
                }
            }
            if attempt.len() > 1 {
                let rest = share(right - usize::from(is_right), attempt.len() - 1);
                pairs[response.item].push(Pair { rest, is_right });
            }
        }
    }
    for (item, mut pairs) in measured.iter_mut().zip(pairs) {
        // Sums of floats depend on their order, and files have none.
        pairs.sort_by(|a, b| a.rest.total_cmp(&b.rest).then(a.is_right.cmp(&b.is_right)));
        item.discrimination = correlation(&pairs);
        item.groups = groups(&pairs);
    }
    measured
}

/// One attempt as one question sees it.
#[derive(Clone, Copy)]
struct Pair {
    /// The share of the other questions that are right.
    rest: f64,
    is_right: bool,
}

fn share(part: usize, whole: usize) -> f64 {
    // safe: counts of answers are far below 2^53
    part as f64 / whole as f64
}

/// Pearson's correlation; the pairs are in ascending order of `rest`.
fn correlation(pairs: &[Pair]) -> Option<f64> {
    let (first, last) = (pairs.first()?, pairs.last()?);
    let right = pairs.iter().filter(|pair| pair.is_right).count();
    if first.rest == last.rest || right == 0 || right == pairs.len() {
        return None;
    }
    let count = share(pairs.len(), 1);
    let mean_rest = pairs.iter().map(|pair| pair.rest).sum::<f64>() / count;
    let mean_item = share(right, pairs.len());
    let (mut both, mut of_rest) = (0.0, 0.0);
    for pair in pairs {
        let (item, rest) = (f64::from(u8::from(pair.is_right)) - mean_item, pair.rest - mean_rest);
        both += item * rest;
        of_rest += rest * rest;
    }
    let of_item = count * mean_item * (1.0 - mean_item);
    Some((both / (of_item * of_rest).sqrt()).clamp(-1.0, 1.0))
}

/// The upper and the lower 27 %. Who stands level at a group's edge belongs to it in part, so that chance does not decide.
fn groups(pairs: &[Pair]) -> Option<Groups> {
    let size = (share(pairs.len(), 1) * 0.27).round() as usize;
    if size < LEAST_GROUP {
        return None;
    }
    let lower = right_among(pairs.iter().copied(), size);
    let upper = right_among(pairs.iter().rev().copied(), size);
    Some(Groups { size, upper, lower })
}

/// The share of right answers among the first so many; those level with the last of them count by their mean.
fn right_among(pairs: impl Iterator<Item = Pair>, size: usize) -> f64 {
    let mut levels: Vec<(f64, usize, usize)> = Vec::new();
    for pair in pairs {
        let right = usize::from(pair.is_right);
        match levels.last_mut() {
            Some((rest, rights, count)) if *rest == pair.rest => {
                *rights += right;
                *count += 1;
            }
            _ => levels.push((pair.rest, right, 1)),
        }
    }
    let (mut left, mut sum) = (size, 0.0);
    for (_, rights, count) in levels {
        let of_these = count.min(left);
        sum += share(rights, count) * share(of_these, 1);
        left -= of_these;
    }
    sum / share(size, 1)
}
