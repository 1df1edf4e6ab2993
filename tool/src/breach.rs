//! Every way in which a course can miss a rule: each with its code, its weight and its sentences in both languages, in one
//! table. What the rule itself says is in the rule tables (`content/rules/`); a finding cites it.

use crate::sentence::sentences;

sentences! {
    /// One rule that a course does not keep, or that its authors should know of.
    Breach
    // ---- which table ---------------------------------------------------------------------------------------------------
    /// The course names a table that is not there.
    TableUnknown { found: String, known: String } Error "rule-table-unknown"
        ja "規則の表「{found}」はありません", "rules/ にある表の名前を書いてください。いまある表: {known}";
        en "there is no rule table `{found}`", "name a table of rules/; tables there: {known}";
    /// The course names a table that says nothing of courses.
    TableUnfit { title: String } Error "rule-table-unfit"
        ja "「{title}」は、講習を照らし合わせる表ではありません", "別表、日本医師会ALS研修、日医生涯教育制度のどれかの表を書くか、rule_table の行を消してください";
        en "“{title}” is not a table that a course can be held against", "name the table of a fire service course, of the JMA ALS course or of JMA lifelong education, or remove rule_table";

    // ---- minutes -------------------------------------------------------------------------------------------------------
    /// The table knows no e-learning.
    NotOffered { title: String, elearning: u16 } Error "elearning-not-offered"
        ja "「{title}」は e-ラーニングで行える講習ではありません（座学相当 {elearning} 分とあります）", "修了コードを出す講習にはできません。予習用の教材として載せるなら、rule_table の行を消し、別表の講習ではないことを題名と説明に書いてください";
        en "“{title}” cannot be taken by e-learning (the course offers {elearning} min of it)", "it cannot lead to a completion code; to publish it as preparation only, remove rule_table and say in title and summary that it is not the course of the table";
    /// The e-learning part has a size that the table does not have.
    ElearningMinutes { elearning: u16, sizes: String } Error "elearning-minutes"
        ja "座学相当 {elearning} 分という分け方は、表にありません（表にあるもの: {sizes}）", "minutes.elearning と minutes.inperson を、表の分け方のどれかにしてください";
        en "the table has no e-learning part of {elearning} min (it has {sizes})", "set minutes.elearning and minutes.inperson to one of these";
    /// Both parts together are shorter than the table's total.
    TimeShortened { elearning: u16, inperson: u16, sum: u32, total: u16, wanted: u16 } Error "time-shortened"
        ja "座学相当 {elearning} 分 + 対面 {inperson} 分 = {sum} 分で、合計 {total} 分に足りません", "minutes.inperson を {wanted} にしてください。時間の短縮は、資器材の充実などを認める人（承認者）と理由があるときに、その回の実施の記録で行うもので、講習の設定ではできません";
        en "{elearning} min of e-learning + {inperson} min in person = {sum} min, less than the total of {total} min", "set minutes.inperson to {wanted}; time is shortened for one session, by somebody who approves it for a reason, in that session's record: a course cannot be set to it";
    /// Both parts together are longer than the table's total.
    TimeLong { elearning: u16, inperson: u16, sum: u32, total: u16, wanted: u16 } Warning "time-long"
        ja "座学相当 {elearning} 分 + 対面 {inperson} 分 = {sum} 分で、合計 {total} 分を超えます", "表のとおりなら minutes.inperson は {wanted} です。わざと長くしているなら、このままで構いません";
        en "{elearning} min of e-learning + {inperson} min in person = {sum} min, more than the total of {total} min", "by the table minutes.inperson is {wanted}; leave it if the longer session is meant";
    /// Videos, reading and test do not fill the minutes that they stand for.
    MinutesShort { video: String, reading: String, characters: u32, per_minute: u16, test: String, questions: u16, seconds: u16, sum: String, wanted: u16, short: String } Warning "minutes-short"
        ja "動画 {video} + 本文 {reading}（{characters} 字 ÷ 1分 {per_minute} 字）+ 問題 {test}（{questions} 問 × {seconds} 秒）= {sum} で、座学相当の {wanted} 分に {short} 足りません", "動画、本文、問題を足すか、座学相当の分を実際の時間に合わせてください（読む速さと解く時間は見積もりで、rules/estimate.toml で変えられます）";
        en "video {video} + reading {reading} ({characters} characters at {per_minute} a minute) + test {test} ({questions} questions of {seconds} s) = {sum}, which is {short} less than the {wanted} min that they stand for", "add video, text or questions, or set the minutes to the real time (the speeds of reading and answering are estimates; rules/estimate.toml can change them)";
    /// There is no practical part where the rule wants one.
    PracticalAbsent { title: String } Error "practical-absent"
        ja "「{title}」なのに、対面の実技が必須になっていません", "practical_required = true とし、minutes.inperson に実技の分を書いてください。e-ラーニングだけでは、この講習になりません";
        en "the course stands under “{title}”, but no practical session is required", "set practical_required = true and write its minutes into minutes.inperson; e-learning alone is not this course";

    // ---- coverage ------------------------------------------------------------------------------------------------------
    /// No chapter teaches what the lecture part has to teach.
    DetailUncovered { detail: String, title: String } Error "detail-uncovered"
        ja "細目「{title}」（{detail}）を教える章がありません", "教えている章の前書きの covers に \"{detail}\" を足すか、章を作ってください。対面で教えると決めたなら、rules/ の表でその細目を実技に変えられます";
        en "no chapter teaches “{title}” ({detail})", "add \"{detail}\" to `covers` of the chapter that teaches it, or write one; if it is taught in person, the table in rules/ can say so";
    /// A chapter names something that the table does not have.
    DetailUnknown { detail: String, known: String } Error "detail-unknown"
        ja "細目「{detail}」は、この表にありません", "綴りを確かめてください。表にある細目: {known}";
        en "the table has no `{detail}`", "check the spelling; the table has: {known}";
    /// A chapter claims to teach what is done in person.
    DetailPractical { detail: String, title: String } Warning "detail-practical"
        ja "細目「{title}」（{detail}）は対面で行うもので、章だけで済んだことにはなりません", "covers から外し、対面で行うことを本文に書いてください";
        en "“{title}” ({detail}) is done in person: a chapter cannot stand for it", "remove it from `covers` and say in the text that it is done in person";
    /// A chapter covers what belongs to the longer e-learning alone.
    DetailExtended { detail: String, title: String, elearning: u16, longer: u16 } Warning "detail-extended"
        ja "細目「{title}」（{detail}）は、座学相当 {longer} 分の分け方に含まれるものです（この講習は {elearning} 分）", "covers から外すか、minutes を {longer} 分の分け方にしてください";
        en "“{title}” ({detail}) belongs to the e-learning of {longer} min (this one has {elearning})", "remove it from `covers`, or use the division with {longer} min";
    /// A chapter that covers nothing of the table.
    ChapterCoversNothing { chapter: String } Note "chapter-covers-nothing"
        ja "章「{chapter}」は、表のどの細目も教えていません", "前書きに covers = [\"…\"] を書くか、この講習に要る章か考えてください";
        en "chapter `{chapter}` teaches nothing of the table", "write covers = [\"…\"] in its front matter, or consider whether the course needs it";
    /// A chapter names 細目 and the course has no table with any.
    CoversWithoutTable { chapter: String } Warning "covers-without-table"
        ja "章「{chapter}」に covers がありますが、講習に細目のある規則の表がありません", "covers を消すか、細目のある表を course.toml の rule_table に書いてください";
        en "chapter `{chapter}` has `covers`, but the course names no table with such items", "remove `covers`, or name a table that has items in course.toml's `rule_table`";

    // ---- self-assessment -----------------------------------------------------------------------------------------------
    /// The table examines learners and the e-learning does not.
    TestAbsent { pass: u8 } Warning "test-absent"
        ja "この講習には {pass}% 以上を目安とする試験がありますが、e-ラーニングに確認のテストがありません", "test = true とし、pass_percent = {pass} にしてください（対面の筆記試験の代わりにはなりません）";
        en "the course ends with an examination ({pass} % as a guide), and the e-learning has no self-assessment", "set test = true and pass_percent = {pass} (it does not replace the written examination in person)";
    /// The pass mark is lower than the table's.
    PassLow { pass: u8, wanted: u8 } Warning "pass-low"
        ja "合格点 {pass}% は、表の目安の {wanted}% より低いです", "pass_percent = {wanted} にしてください";
        en "the pass mark of {pass} % is lower than the table's {wanted} %", "set pass_percent = {wanted}";
    /// A confirmation quiz is desirable.
    TestAdvised {} Note "test-advised"
        ja "確認の小テストがありません（行うことが望ましいとされています）", "事前に行うなら test = true に。当日に行うなら、このままで構いません";
        en "there is no confirmation quiz (one is called desirable)", "set test = true to ask it before the day, or ask it on the day";
    /// The pool is small for the number drawn.
    PoolSmall { pool: usize, draw: u16, times: u16, wanted: usize } Warning "pool-small"
        ja "問題は {pool} 問で、出題数 {draw} の {times} 倍（{wanted} 問）に足りません", "問題を足してください。受け直しのたびに同じ問題が出ると、答えを覚えるだけになります";
        en "the pool has {pool} questions, fewer than {times} times the {draw} drawn ({wanted})", "add questions: when retakes ask the same ones, learners learn answers by heart";
    /// No question asks about a chapter.
    ChapterUnasked { chapter: String } Warning "chapter-unasked"
        ja "章「{chapter}」について尋ねる問題が1つもありません", "この章の区間を teaches に書いた問題を足してください";
        en "no question asks about chapter `{chapter}`", "add questions whose `teaches` names it";

    // ---- window --------------------------------------------------------------------------------------------------------
    /// The completion may be used for longer than the table allows.
    WindowLong { found: String, wanted: u16 } Error "window-long"
        ja "期限 {found} は、表の「おおむね{wanted}か月」より長いです", "validity = \"{wanted} month\" にしてください（過ぎたあとの判断は grace_days）";
        en "the window of {found} is longer than the table's “about {wanted} month(s)”", "set validity = \"{wanted} month\" (what comes after is a matter of grace_days)";
    /// The completion may be used for a shorter time than the table allows.
    WindowShort { found: String, wanted: u16 } Note "window-short"
        ja "期限 {found} は、表の「おおむね{wanted}か月」より短いです", "わざと短くしているなら、このままで構いません。表のとおりなら validity = \"{wanted} month\" です";
        en "the window of {found} is shorter than the table's “about {wanted} month(s)”", "leave it if that is meant; by the table it is validity = \"{wanted} month\"";
    /// The grace is longer than usual.
    GraceLong { found: u16, usual: u16 } Warning "grace-long"
        ja "猶予 {found} 日は、「おおむね」として見込む {usual} 日より長いです", "grace_days = {usual} 以下にしてください";
        en "{found} days of grace are more than the {usual} that “about” is read as", "set grace_days to {usual} or less";

    // ---- captions and sources ------------------------------------------------------------------------------------------
    /// The captions end long before the video.
    CaptionsEndEarly { end: String, video: String, seconds: u32 } Warning "captions-end-early"
        ja "字幕は {end} で終わりますが、動画は {video} まであります（{seconds} 秒の間、字幕がありません）", "最後まで話した言葉を字幕にしてください。書き起こしも字幕から作られます";
        en "the captions end at {end}, the video at {video} ({seconds} s without any)", "caption what is said to the end; the transcript is made from them";
    /// A long stretch without captions.
    CaptionsGap { from: String, to: String, seconds: u32 } Warning "captions-gap"
        ja "{from} から {to} まで {seconds} 秒の間、字幕がありません", "話している言葉を字幕にするか、音だけの場面なら「（心電図モニターの音）」のように書いてください";
        en "there are no captions for {seconds} s, from {from} to {to}", "caption what is said, or write what is heard, such as “(monitor beeping)”";
    /// A chapter that names no source.
    ChapterWithoutSources { chapter: String } Warning "chapter-without-sources"
        ja "章「{chapter}」に出典がありません", "前書きに sources = [\"指針の名前、版、章\"] を書いてください";
        en "chapter `{chapter}` names no source", "write sources = [\"guideline, edition, section\"] in its front matter";
    /// A course that is no sample, and no record of a review.
    ReviewMissing {} Error "review-missing"
        ja "sample = false（確認済み）なのに、医学的な確認の記録がありません", "REVIEW.md の表に、確認した人、所属、日付（2026-11-21 の形）の行を書くか、sample = true に戻してください";
        en "the course is no sample (sample = false), but there is no record of a medical review", "write who reviewed it, affiliation and date (as 2026-11-21) into a table row of REVIEW.md, or set sample = true";

    // ---- JMA ALS -------------------------------------------------------------------------------------------------------
    /// A course that calls itself the JMA ALS course and is held against no such table.
    AlsTableMissing { name: String, table: String } Error "als-table-missing"
        ja "題名に「{name}」とありますが、日本医師会ALS研修の表と照らし合わせていません", "rule_table = \"{table}\" を書いてください。その研修でないなら、題名を変えてください";
        en "the title says 「{name}」, but the course is not held against the table of the JMA ALS course", "write rule_table = \"{table}\"; if it is no such course, change its title";
    /// A title with a short name that may mean the JMA ALS course or another one.
    AlsNameShort { name: String, table: String } Warning "als-name-short"
        ja "題名に「{name}」とありますが、日本医師会ALS研修の表と照らし合わせていません", "日本医師会ALS研修なら rule_table = \"{table}\" を書いてください。ほかの研修なら、このままで構いません";
        en "the title says 「{name}」, and the course is not held against the table of the JMA ALS course", "write rule_table = \"{table}\" if it is the JMA ALS course; leave it if it is another one";
    /// A word that must not stand in an ALS text.
    ForbiddenWord { word: String, context: String } Error "forbidden-word"
        ja "「{word}」という言葉があります（…{context}…）", "書きかえてください。そうでは「ない」と述べる文なら、rules/ の表の allowed にある言い方を使えます";
        en "the word 「{word}」 must not stand here (…{context}…)", "write it otherwise; a sentence that denies it may use the phrases under `allowed` in the table of rules/";
    /// An option that the table does not list.
    OptionUnknown { option: String, known: String } Error "option-unknown"
        ja "オプション研修「{option}」は、表にありません", "表にあるもの: {known}";
        en "the table has no option `{option}`", "it has: {known}";
    /// A course of options alone that names none.
    OptionsAbsent {} Error "options-absent"
        ja "options_only = true なのに、options がありません", "行うオプション研修を options に書くか、通常の研修なら options_only の行を消してください";
        en "options_only = true, and there are no options", "name the options that it teaches, or remove options_only from an ordinary course";
    /// An ALS course that does not say who holds it and whether it is designated.
    AlsUnstated {} Error "als-unstated"
        ja "ALS研修の実施主体と指定の状況が書いてありません", "course.toml に [als] の表を足し、body = \"○○医師会\" と designation = \"not-applied\"（未申請）・\"applied\"（申請中）・\"designated\"（指定済）を書いてください";
        en "the ALS course does not say who holds it and whether it is designated", "add a table [als] with body = \"…\" and designation = \"not-applied\", \"applied\" or \"designated\" to course.toml";
    /// A split course with one part.
    PartAlone { part: String } Error "part-alone"
        ja "分割した研修の部分が「{part}」だけです", "[[als.parts]] に残りの回を順に書くか、1回で行うならこの表を消してください";
        en "the split course has one part only: “{part}”", "write the other parts in order as [[als.parts]], or remove this one from a course that is held at once";
    /// Another body holds a part, and nobody approved it.
    PartApproval { part: String, body: String, own: String } Error "part-approval"
        ja "「{part}」の実施主体は「{body}」で、講習の実施主体「{own}」と違いますが、承認の記録がありません", "approval = {{ by = \"○○県医師会長\", on = \"2026-10-01\", document = \"文書番号\" }} を書くか、実施主体を同じにしてください";
        en "“{part}” is held by “{body}” and not by “{own}”, and no approval is recorded", "write approval = {{ by = \"…\", on = \"2026-10-01\", document = \"…\" }}, or let the same body hold it";
    /// What an ALS course says of itself, where no ALS course is.
    AlsElsewhere {} Error "als-elsewhere"
        ja "[als] は、日本医師会ALS研修の講習だけに書けます", "rule_table = \"jma-als\" の講習でなければ、この表を消してください";
        en "[als] belongs to JMA ALS courses alone", "remove it, unless the course has rule_table = \"jma-als\"";
    /// An audience that the ALS course is not made for.
    AlsAudience {} Warning "als-audience"
        ja "ALS研修の対象は、医師と、医師と一緒に働く医療従事者です", "audience を physicians か health-professionals にしてください";
        en "the ALS course is for physicians and those who work with them", "set audience to physicians or health-professionals";
    /// A goal other than the standard one.
    AlsGoal {} Note "als-goal"
        ja "学習目標が、標準のもの（最初の10分間）と違います", "目的と対象に合わせて変えてよいものです。指定の申請では、変えた理由を聞かれることがあります";
        en "the goal is not the standard one (the first ten minutes)", "it may be set for the purpose and audience; the application for designation may be asked why";
    /// The standard text is not among the sources.
    AlsTextbook {} Note "als-textbook"
        ja "出典に『救急蘇生法の指針（医療従事者用）』がありません", "研修会のテキストが、これか、これに準じたものか確かめてください";
        en "『救急蘇生法の指針（医療従事者用）』 is not among the sources", "make sure that the course's text is this or conforms to it";
    /// How the practical part is grouped.
    PracticalGroups {} Note "practical-groups"
        ja "対面の実技では、グループの人数、指導者、資器材の数に目安があります", "当日の計画に使ってください";
        en "there are guide numbers for groups, instructors and equipment of the practical session", "plan the day by them";

    // ---- credit --------------------------------------------------------------------------------------------------------
    /// The same code twice.
    CodeTwice { code: String } Warning "code-twice"
        ja "カリキュラムコード「{code}」が2回あります", "1つにしてください";
        en "the curriculum code `{code}` stands twice", "write it once";
    /// Units without a code, or codes without units.
    CreditHalf { codes: usize, units: String } Warning "credit-half"
        ja "カリキュラムコードが {codes} 個、単位が {units} です", "単位のある講習には両方を、ない講習には codes = [] と units = 0.0 を書いてください";
        en "there are {codes} curriculum codes and {units} units", "write both, or codes = [] and units = 0.0 for a course without credit";
    /// Another credit than the usual one.
    CreditDefault { codes: usize, units: String } Note "credit-default"
        ja "カリキュラムコード {codes} 個、{units} 単位は、ふつうの「1コンテンツ 1カリキュラムコード 1単位」と違います", "そのように認められているなら、このままで構いません";
        en "{codes} curriculum codes and {units} units are not the usual one code and one unit", "leave it if that is what was granted";
    /// A course that cannot give JMA credit says that it does.
    CreditNotEarned { codes: usize, units: String } Error "credit-not-earned"
        ja "この講習の修了では、生涯教育制度の単位は付きません（カリキュラムコード {codes} 個、{units} 単位とあります）", "codes = []、units = 0.0 にしてください";
        en "completing this course earns no credit of lifelong education (it says {codes} codes, {units} units)", "set codes = [] and units = 0.0";
    /// A course under the table of lifelong education that does not say of what kind it is.
    CreditKindMissing {} Error "credit-kind-missing"
        ja "生涯教育制度の表（rule_table）と単位がありますが、source_kind がありません。日医e-ラーニングの講習として調べます", "日医e-ラーニングのコンテンツなら source_kind にその種類を、講習会・講演会などとして認められた単位なら source_kind = \"other\" を書いてください";
        en "the course has credit and names the table of lifelong education (rule_table), but no source_kind; it is held to the rules of the JMA e-learning", "write its source_kind if it is content of the JMA e-learning, or source_kind = \"other\" if the credit was granted to it as a lecture or workshop";
    /// Credit that is not of the JMA's own e-learning.
    CreditElsewhere {} Note "credit-elsewhere"
        ja "単位がありますが、日医e-ラーニングの講習ではありません（source_kind が other です）", "講習会・講演会などとして認められた単位なら、このままで構いません。日医e-ラーニングのコンテンツなら source_kind を書いてください";
        en "there is credit, but the course is not of the JMA e-learning (source_kind is other)", "leave it if the credit was granted to it as a lecture or workshop; if it is content of the JMA e-learning, write its source_kind";
    /// Credit of the JMA e-learning is for members.
    CreditAudience {} Error "credit-audience"
        ja "日医e-ラーニングの単位を取得できるのは、日本医師会会員だけです", "audience = \"members\" にするか、codes = []、units = 0.0 にしてください";
        en "credit of the JMA e-learning is for members of the association alone", "set audience = \"members\", or codes = [] and units = 0.0";
    /// Credit needs a self-assessment.
    CreditTest {} Error "credit-test"
        ja "単位の付く講習なのに、セルフアセスメントがありません", "test = true とし、問題を書いてください";
        en "the course gives credit and has no self-assessment", "set test = true and write questions";
    /// Credit needs a pass mark.
    CreditPass { pass: u8, wanted: u8 } Error "credit-pass"
        ja "単位の付く講習の合格点が {pass}% です（正答率 {wanted}% が要ります）", "pass_percent = {wanted} にしてください";
        en "the course gives credit and passes at {pass} % ({wanted} % is asked for)", "set pass_percent = {wanted}";
}
