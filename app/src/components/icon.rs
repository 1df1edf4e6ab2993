//! An icon: a small stroke drawing that repeats a word beside it, and is hidden from screen readers.

use leptos::prelude::*;

/// What is drawn. Each of the four meanings has its own outline, so that it is told apart without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// Tick in a circle: finished.
    Done,
    /// Triangle: needs attention.
    Attention,
    /// Octagon with a cross: refused or failed.
    Stop,
    /// "i" in a circle.
    Information,
    /// Play.
    Play,
    /// Pause.
    Pause,
    /// A closed lock.
    Lock,
    /// Chevron to the start of the line.
    Back,
    /// Chevron to the end of the line.
    Forward,
    /// Tray with an arrow into it.
    Download,
    /// Tray with an arrow out of it.
    Upload,
    /// A printer.
    Print,
    /// A calendar sheet.
    Calendar,
    /// A camera.
    Camera,
    /// A light.
    Torch,
    /// Sliders.
    Settings,
    /// An empty ring: not begun.
    Open,
    /// A half ring: begun.
    Begun,
    /// A picture in a picture.
    PictureInPicture,
    /// Corners of a screen.
    FullScreen,
    /// A keyboard.
    Keyboard,
    /// A magnifying glass.
    Search,
    /// A cross.
    Close,
    /// An arrow turning back.
    Again,
    /// A key of a QR code.
    Code,
    /// A clip board.
    Paste,
    /// A sheet of paper.
    File,
    /// A half moon: light or dark.
    Brightness,
}

impl Symbol {
    /// The drawing on a grid of 24 × 24, as SVG path data.
    fn path(self) -> &'static str {
        match self {
            Symbol::Done => "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M7.5 12.5l3 3l6-6.5",
            Symbol::Attention => "M12 3.5L2.5 20.5h19zM12 10v5M12 17.6v.4",
            Symbol::Stop => "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM9 9l6 6M15 9l-6 6",
            Symbol::Information => "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 11v6M12 7.4v.4",
            Symbol::Play => "M7 4.5v15l12-7.5z",
            Symbol::Pause => "M8 5v14M16 5v14",
            Symbol::Lock => "M5.5 11h13v9.5h-13zM8 11V8a4 4 0 0 1 8 0v3M12 15v2",
            Symbol::Back => "M15 5l-7 7l7 7",
            Symbol::Forward => "M9 5l7 7l-7 7",
            Symbol::Download => "M12 4v11M7.5 11l4.5 4.5l4.5-4.5M4.5 19.5h15",
            Symbol::Upload => "M12 15.5V4.5M7.5 9L12 4.5L16.5 9M4.5 19.5h15",
            Symbol::Print => "M7 9V3.5h10V9M7 17H3.5V9h17v8H17M7 14h10v6.5H7z",
            Symbol::Calendar => "M4 6h16v14.5H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8",
            Symbol::Camera => {
                "M3.5 7.5h4l1.5-2.5h6l1.5 2.5h4v12h-17zM12 10a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7"
            }
            Symbol::Torch => "M7 3.5h10v4l-3 4v9h-4v-9l-3-4zM12 14v2.5",
            Symbol::Settings => "M4 7h9M17 7h3M15 4.5v5M4 17h3M11 17h9M9 14.5v5",
            Symbol::Open => "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18",
            Symbol::Begun => "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 7a5 5 0 0 1 0 10z",
            Symbol::PictureInPicture => "M3.5 5h17v14h-17zM12 12h6v4.5h-6z",
            Symbol::FullScreen => "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
            Symbol::Keyboard => "M3 6.5h18v11H3zM7 10.5h.1M11 10.5h.1M15 10.5h2M8 14.2h8",
            Symbol::Search => "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M15.5 15.5L20.5 20.5",
            Symbol::Close => "M6 6l12 12M18 6L6 18",
            Symbol::Again => "M4.5 4.5v5h5M5 9a8 8 0 1 1-1 4.5",
            Symbol::Code => {
                "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2"
            }
            Symbol::Paste => "M6 5.5h12v15H6zM9 3.5h6v4H9zM9 12h6M9 16h4",
            Symbol::Brightness => {
                "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 3a9 9 0 0 1 0 18zM12 7h4M12 12h6M12 17h4"
            }
            Symbol::File => "M6 3.5h8l4 4v13H6zM14 3.5v4h4",
        }
    }
}

/// Draws a symbol in the colour of the text around it.
#[component]
pub fn Icon(
    /// What is drawn.
    symbol: Symbol,
    /// Class of the block it stands in, such as `notice__icon`.
    #[prop(default = "icon")]
    class: &'static str,
) -> impl IntoView {
    view! {
        <svg
            class=class
            viewBox="0 0 24 24"
            width="24"
            height="24"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
            focusable="false"
        >
            <path d=symbol.path()></path>
        </svg>
    }
}
