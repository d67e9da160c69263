//! Typst with what it asks for: the template, the data and the fonts. Nothing is read from disk or fetched.

use std::{sync::LazyLock, thread::available_parallelism};

use rayon::{ThreadPool, ThreadPoolBuilder};
use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    ecow::EcoVec,
    foundations::{Bytes, Datetime, Dict, Duration, IntoValue, Smart},
    syntax::{FileId, Source},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::{Unprintable, fonts::FONTS};

static TEMPLATE: LazyLock<Source> = LazyLock::new(|| Source::detached(include_str!("paper.typ")));

struct Press {
    library: LazyHash<Library>,
}

impl World for Press {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() { Ok(TEMPLATE.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.all.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Half of the processors, so that whoever reads pages has the other half; layout goes deep into lists, so the stacks are large.
static POOL: LazyLock<Option<ThreadPool>> = LazyLock::new(|| {
    let threads = available_parallelism().map_or(1, |count| count.get().div_ceil(2));
    ThreadPoolBuilder::new().num_threads(threads).stack_size(64 << 20).build().ok()
});

/// Sets the data by the template and writes it as PDF/UA-1 and PDF/A-2a.
pub(crate) fn press(data: Vec<u8>, code: String, ident: String) -> Result<Vec<u8>, Unprintable> {
    match &*POOL {
        Some(pool) => pool.install(|| set(data, code, ident)),
        None => set(data, code, ident),
    }
}

fn set(data: Vec<u8>, code: String, ident: String) -> Result<Vec<u8>, Unprintable> {
    let mut inputs = Dict::new();
    inputs.insert("data".into(), Bytes::new(data).into_value());
    inputs.insert("code".into(), Bytes::new(code.into_bytes()).into_value());
    let press = Press { library: LazyHash::new(Library::builder().with_inputs(inputs).build()) };
    let pdf = typst::compile::<PagedDocument>(&press).output.and_then(|paper| {
        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).unwrap_or_default();
        let creator = Smart::Custom(Some("Comity".to_owned()));
        let options = PdfOptions { ident: Smart::Custom(ident), creator, standards, ..PdfOptions::default() };
        typst_pdf::pdf(&paper, &options)
    });
    // What was remembered of this paper is of no use to another.
    typst::comemo::evict(0);
    pdf.map_err(|found| refused(&found))
}

fn refused(found: &EcoVec<SourceDiagnostic>) -> Unprintable {
    let messages: Vec<&str> = found.iter().take(3).map(|one| one.message.as_str()).collect();
    Unprintable(messages.join("; "))
}
