//! Where on an element something was pressed.

use web_sys::{Element, MouseEvent};

/// The place of a press on an element, in ten-thousandths of its width and height as it is shown now, zoomed or not.
/// None for a press that no pointer made, as far as it can be told: screen readers and switches press the element's middle,
/// which nobody chose. Such a click counts no presses, or still holds a button that a real click has let go.
pub fn place_on(element: &Element, event: &MouseEvent) -> Option<(i32, i32)> {
    if event.detail() == 0 || event.buttons() != 0 {
        return None;
    }
    let shown = element.get_bounding_client_rect();
    let x = f64::from(event.client_x()) - shown.left();
    let y = f64::from(event.client_y()) - shown.top();
    Some((ten_thousandths(x, shown.width()), ten_thousandths(y, shown.height())))
}

/// A distance in ten-thousandths of a length, between its ends.
fn ten_thousandths(distance: f64, length: f64) -> i32 {
    // A float cast saturates and takes NaN, of an element without extent, to 0.
    (distance / length * 10_000.0).round().clamp(0.0, 10_000.0) as i32
}
