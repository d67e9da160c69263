//! Any bytes are read or refused; the lines of what is read stand in its source.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = domain::text::Text::parse(bytes) {
        for line in text.lines() {
            assert!(text.source().get(line.span.clone()).is_some());
        }
    }
});
