//! The portal's program: it only starts the library.

fn main() {
    app::start();
}
