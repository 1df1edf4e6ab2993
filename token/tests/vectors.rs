//! Vectors made by others: the spec's own, and Wycheproof's for ECDSA with P-256 and SHA-256.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod vector_file;

use token::key::PublicKey;
use vector_file::VectorFile;
use wycheproof::{TestResult, ecdsa};

#[test]
fn every_vector_of_the_spec_gives_its_expected_result() {
    let file = VectorFile::read(include_str!("vectors.json")).unwrap();
    assert_eq!(file.len(), 79);
    let differing = file.differing();
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn signatures_are_judged_as_wycheproof_says() {
    let set = ecdsa::TestSet::load(ecdsa::TestName::EcdsaSecp256r1Sha256P1363).unwrap();
    let mut judged = 0;
    for group in &set.test_groups {
        let key = PublicKey::from_raw(&group.key.key).unwrap();
        for test in &group.tests {
            let expected = matches!(test.result, TestResult::Valid | TestResult::Acceptable);
            assert_eq!(
                key.verifies(&test.msg, &test.sig),
                expected,
                "{}: {}",
                test.tc_id,
                test.comment
            );
            judged += 1;
        }
    }
    assert!(judged > 200, "only {judged} vectors");
}
