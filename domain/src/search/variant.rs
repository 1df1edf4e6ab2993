//! Kanji that are written in more than one way: the way that was found in a text, and the one that searches compare.
//!
//! Only pairs that are surely the same character or the same word are here: old and new forms (旧字体 and 新字体), forms that
//! print replaced (印刷標準字体 and 簡易慣用字体), and 勁椎, as the JMA's lists misprint 頸椎.

/// Sorted by the first character; never a character that is itself in the first column.
pub(super) const VARIANTS: &[(char, char)] = &[
    ('俠', '侠'),
    ('倂', '併'),
    ('傳', '伝'),
    ('剝', '剥'),
    ('勁', '頸'),
    ('嚙', '噛'),
    ('嚴', '厳'),
    ('囊', '嚢'),
    ('國', '国'),
    ('圍', '囲'),
    ('塡', '填'),
    ('增', '増'),
    ('壓', '圧'),
    ('壯', '壮'),
    ('學', '学'),
    ('寢', '寝'),
    ('實', '実'),
    ('對', '対'),
    ('屛', '屏'),
    ('帶', '帯'),
    ('幷', '并'),
    ('廣', '広'),
    ('廳', '庁'),
    ('應', '応'),
    ('戰', '戦'),
    ('搔', '掻'),
    ('摑', '掴'),
    ('擊', '撃'),
    ('擴', '拡'),
    ('攪', '撹'),
    ('數', '数'),
    ('斷', '断'),
    ('會', '会'),
    ('條', '条'),
    ('榮', '栄'),
    ('檢', '検'),
    ('權', '権'),
    ('歐', '欧'),
    ('氣', '気'),
    ('淚', '涙'),
    ('淸', '清'),
    ('澁', '渋'),
    ('澤', '沢'),
    ('濱', '浜'),
    ('濵', '浜'),
    ('瀧', '滝'),
    ('瀨', '瀬'),
    ('營', '営'),
    ('狹', '狭'),
    ('獨', '独'),
    ('瘦', '痩'),
    ('癡', '痴'),
    ('發', '発'),
    ('祿', '禄'),
    ('禱', '祷'),
    ('稱', '称'),
    ('窗', '窓'),
    ('竊', '窃'),
    ('經', '経'),
    ('總', '総'),
    ('繫', '繋'),
    ('續', '続'),
    ('罐', '缶'),
    ('聲', '声'),
    ('聽', '聴'),
    ('腦', '脳'),
    ('膽', '胆'),
    ('臟', '臓'),
    ('臺', '台'),
    ('與', '与'),
    ('舊', '旧'),
    ('莖', '茎'),
    ('萬', '万'),
    ('蔥', '葱'),
    ('藥', '薬'),
    ('蘆', '芦'),
    ('蠟', '蝋'),
    ('觸', '触'),
    ('證', '証'),
    ('讀', '読'),
    ('變', '変'),
    ('豫', '予'),
    ('賴', '頼'),
    ('軀', '躯'),
    ('輕', '軽'),
    ('轉', '転'),
    ('邉', '辺'),
    ('邊', '辺'),
    ('醫', '医'),
    ('釋', '釈'),
    ('鐵', '鉄'),
    ('關', '関'),
    ('隨', '随'),
    ('雙', '双'),
    ('靜', '静'),
    ('頚', '頸'),
    ('頰', '頬'),
    ('顏', '顔'),
    ('顚', '顛'),
    ('顯', '顕'),
    ('驅', '駆'),
    ('驗', '験'),
    ('髓', '髄'),
    ('體', '体'),
    ('髙', '高'),
    ('髮', '髪'),
    ('鹼', '鹸'),
    ('麴', '麹'),
    ('麵', '麺'),
    ('黃', '黄'),
    ('黑', '黒'),
    ('默', '黙'),
    ('齊', '斉'),
    ('齋', '斎'),
    ('齒', '歯'),
    ('齡', '齢'),
    ('﨑', '崎'),
];

/// The character as searches compare it.
pub(super) fn plain(c: char) -> char {
    VARIANTS.binary_search_by_key(&c, |(from, _)| *from).map_or(c, |at| VARIANTS[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_leads_nowhere_twice() {
        assert!(VARIANTS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (from, to) in VARIANTS {
            assert_ne!(from, to);
            assert_eq!(plain(*to), *to, "{from} leads to {to}, which leads on");
        }
    }

    #[test]
    fn the_neck_is_found_in_each_of_its_spellings() {
        assert_eq!((plain('勁'), plain('頚'), plain('頸')), ('頸', '頸', '頸'));
        assert_eq!(plain('髙'), '高');
    }
}
