//! Browsers inside other apps, which forget what a page keeps, and the way out of them (R6).

use super::page::window;

/// An app whose built-in browser shows the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmbeddingApp {
    /// LINE.
    Line,
    /// Facebook or Messenger.
    Facebook,
    /// Instagram.
    Instagram,
    /// X, formerly Twitter.
    X,
    /// Yahoo! JAPAN's app.
    YahooJapan,
    /// Google's search app.
    Google,
    /// An app that does not name itself.
    Unknown,
}

/// How to leave the app's browser with one tap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// Going to this address opens the device's own browser.
    Link(String),
    /// The app offers no such address: copy the page's own, and open it by hand.
    Copy(String),
}

/// The app whose browser shows this page; none in a real browser.
pub fn app() -> Option<EmbeddingApp> {
    app_of(&user_agent())
}

/// The way out of the app's browser, to the same page.
pub fn way_out() -> WayOut {
    way_out_of(&user_agent(), &super::page::address())
}

fn user_agent() -> String {
    window().and_then(|w| w.navigator().user_agent().ok()).unwrap_or_default()
}

fn app_of(agent: &str) -> Option<EmbeddingApp> {
    let names = |marks: &[&str]| marks.iter().any(|mark| agent.contains(mark));
    if names(&[" Line/", "LIFF"]) {
        Some(EmbeddingApp::Line)
    } else if names(&["Instagram"]) {
        Some(EmbeddingApp::Instagram)
    } else if names(&["FBAN", "FBAV", "FB_IAB", "MessengerForiOS"]) {
        Some(EmbeddingApp::Facebook)
    } else if names(&["Twitter"]) {
        Some(EmbeddingApp::X)
    } else if names(&["Yahoo AppID", "YJApp", "jp.co.yahoo"]) {
        Some(EmbeddingApp::YahooJapan)
    } else if names(&[" GSA/"]) {
        Some(EmbeddingApp::Google)
    } else if names(&["; wv)"]) || is_bare_webkit(agent) {
        Some(EmbeddingApp::Unknown)
    } else {
        None
    }
}

/// An iPhone's or iPad's browser names itself (`Safari/`, `CriOS/` …); an app's bare view does not.
fn is_bare_webkit(agent: &str) -> bool {
    let is_apple_phone = agent.contains("iPhone") || agent.contains("iPad");
    is_apple_phone && agent.contains("AppleWebKit") && !agent.contains("Safari/")
}

fn way_out_of(agent: &str, address: &str) -> WayOut {
    let without_fragment = address.split('#').next().unwrap_or(address);
    if app_of(agent) == Some(EmbeddingApp::Line) {
        // LINE's own switch.
        let joint = if without_fragment.contains('?') { '&' } else { '?' };
        return WayOut::Link(format!("{without_fragment}{joint}openExternalBrowser=1"));
    }
    match without_fragment.split_once("://") {
        Some((scheme, rest)) if agent.contains("Android") => WayOut::Link(format!(
            "intent://{rest}#Intent;scheme={scheme};action=android.intent.action.VIEW;\
             category=android.intent.category.BROWSABLE;end"
        )),
        _ => WayOut::Copy(address.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE_IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/14.9.0";
    const INSTAGRAM_ANDROID: &str = "Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/125.0 Mobile Safari/537.36 Instagram 334.0.0.42.95 Android";
    const FACEBOOK_IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21F79 [FBAN/FBIOS;FBAV/468.0]";
    const BARE_IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";
    const SAFARI: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
    const CHROME_ANDROID: &str = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Mobile Safari/537.36";
    const CHROME_IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/125.0.6422.80 Mobile/15E148 Safari/604.1";
    const GOOGLE_APP: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) GSA/318.0 Mobile/15E148 Safari/604.1";

    #[test]
    fn apps_with_a_browser_of_their_own_are_noticed() {
        assert_eq!(app_of(LINE_IPHONE), Some(EmbeddingApp::Line));
        assert_eq!(app_of(INSTAGRAM_ANDROID), Some(EmbeddingApp::Instagram));
        assert_eq!(app_of(FACEBOOK_IPHONE), Some(EmbeddingApp::Facebook));
        assert_eq!(app_of(GOOGLE_APP), Some(EmbeddingApp::Google));
        assert_eq!(app_of(BARE_IPHONE), Some(EmbeddingApp::Unknown));
    }

    #[test]
    fn real_browsers_are_left_alone() {
        for agent in [SAFARI, CHROME_ANDROID, CHROME_IPHONE, ""] {
            assert_eq!(app_of(agent), None, "{agent}");
        }
    }

    #[test]
    fn the_way_out_leads_to_the_same_page() {
        let page = "https://example.jp/yoshu/courses/als?t=3";
        assert_eq!(
            way_out_of(LINE_IPHONE, page),
            WayOut::Link(format!("{page}&openExternalBrowser=1")),
        );
        assert_eq!(
            way_out_of(INSTAGRAM_ANDROID, page),
            WayOut::Link("intent://example.jp/yoshu/courses/als?t=3#Intent;scheme=https;action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end".into()),
        );
        assert_eq!(way_out_of(FACEBOOK_IPHONE, page), WayOut::Copy(page.into()));
    }
}
