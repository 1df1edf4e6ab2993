//! What an MP4 file really is: its length, its codecs, and whether it can start before all of it is loaded.

use std::io::Cursor;

use domain::unit::MediaMs;
use re_mp4::{Mp4, Mp4aBox, StsdBoxContent};

/// The facts of a video that the checks ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Video {
    /// Its length as a player counts it: the longest of its tracks.
    pub length: MediaMs,
    /// The codec of the picture; `None` when there is no picture.
    pub picture: Option<String>,
    /// The codec of the sound; `None` when it is silent.
    pub sound: Option<String>,
    /// The index stands before the pictures.
    pub fast_start: bool,
}

/// The name of H.264 in [`Video::picture`].
pub const H264: &str = "H.264";
/// The name of AAC in [`Video::sound`].
pub const AAC: &str = "AAC";

/// Reads the facts from the bytes of a file, or says why they cannot be read.
pub fn read(bytes: &[u8]) -> Result<Video, String> {
    let mp4 =
        Mp4::read(Cursor::new(bytes), bytes.len() as u64).map_err(|error| error.to_string())?;
    if is_cut_short(bytes) {
        return Err("its end is missing".to_string());
    }
    let header = &mp4.moov.mvhd;
    if header.timescale == 0 || header.duration == 0 {
        return Err("it has no length (fragmented?)".to_string());
    }
    let ms = u128::from(header.duration) * 1000 / u128::from(header.timescale);
    let length = MediaMs(u32::try_from(ms).map_err(|_| "it claims more than 49 days".to_string())?);
    let codec = |handler: &[u8; 4]| {
        let track =
            mp4.moov.traks.iter().find(|track| &track.mdia.hdlr.handler_type.value == handler)?;
        Some(name(&track.mdia.minf.stbl.stsd.contents))
    };
    Ok(Video {
        length,
        picture: codec(b"vide"),
        sound: codec(b"soun"),
        fast_start: index_comes_first(bytes),
    })
}

fn name(contents: &StsdBoxContent) -> String {
    match contents {
        StsdBoxContent::Avc1(_) => H264.to_string(),
        StsdBoxContent::Mp4a(sound) if is_aac(sound) => AAC.to_string(),
        StsdBoxContent::Mp4a(_) => "MPEG audio".to_string(),
        StsdBoxContent::Hvc1(_) | StsdBoxContent::Hev1(_) => "H.265".to_string(),
        StsdBoxContent::Av01(_) => "AV1".to_string(),
        StsdBoxContent::Vp08(_) => "VP8".to_string(),
        StsdBoxContent::Vp09(_) => "VP9".to_string(),
        StsdBoxContent::Tx3g(_) => "text".to_string(),
        StsdBoxContent::Unknown(code) => String::from_utf8_lossy(&code.value).into_owned(),
    }
}

/// `mp4a` is also the name for MP3 and others: object type 0x40 is AAC (ISO/IEC 14496-1).
fn is_aac(sound: &Mp4aBox) -> bool {
    sound.esds.as_ref().is_some_and(|esds| esds.es_desc.dec_config.object_type_indication == 0x40)
}

/// Whether the box `moov` stands before the first `mdat`.
fn index_comes_first(bytes: &[u8]) -> bool {
    let first = boxes(bytes).find(|(name, _)| [b"moov", b"mdat"].contains(name));
    first.is_some_and(|(name, _)| name == b"moov")
}

/// Whether a box goes beyond the end of the file, as it does after a copy that stopped. The parser overlooks it as long as
/// no box alone is larger than the file.
fn is_cut_short(bytes: &[u8]) -> bool {
    // What some devices put behind the last box is no box.
    let parts = [b"moov", b"mdat", b"moof", b"free", b"udta"];
    boxes(bytes).any(|(name, is_whole)| !is_whole && parts.contains(&name))
}

/// The names of the boxes of a file, each with whether all of it is there (ISO/IEC 14496-12 §4.2: size, type, then the rest;
/// a size of 0 means the file's end). Behind one that is not, there are none.
fn boxes(bytes: &[u8]) -> impl Iterator<Item = (&[u8; 4], bool)> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (size, behind) = rest.split_first_chunk::<4>()?;
        let (name, behind) = behind.split_first_chunk::<4>()?;
        let size = match (u32::from_be_bytes(*size), behind.first_chunk::<8>()) {
            (0, _) => rest.len(),
            (1, Some(large)) => usize::try_from(u64::from_be_bytes(*large)).unwrap_or(usize::MAX),
            (size, _) => size as usize,
        };
        let next = rest.get(size..).filter(|_| size >= 8);
        rest = next.unwrap_or_default();
        Some((name, next.is_some()))
    })
}
