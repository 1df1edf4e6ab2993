//! What is seen: one public component a file, private parts below it.
//!
//! Components get values, signals and callbacks as props; they know no session and no browser store.

pub mod answer_review;
pub mod chapter_row;
pub mod chip;
pub mod choice_list;
pub mod course_card;
pub mod dialog;
pub mod gap_bar;
pub mod icon;
pub mod keys_sheet;
pub mod load_trouble;
pub mod notice;
pub mod number_field;
pub mod order_list;
pub mod page_heading;
pub mod pair_list;
pub mod picker;
pub mod picture_marks;
pub mod picture_spot;
pub mod playback;
pub mod player;
pub mod qr_code;
pub mod scene_player;
pub mod site_footer;
pub mod site_header;
pub mod split_bar;
pub mod tabs;
pub mod text_field;
pub mod transcript;
pub mod verdict_banner;
