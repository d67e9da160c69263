//! The parts of a file that hold its comments.

use super::{
    parts::root,
    remarks::{Remark, Remarks},
};
use crate::{Speech, document::right_to_left, xml::Xml};

/// The comments themselves.
pub(super) fn comments(remarks: &Remarks, speech: Speech<'_>) -> String {
    let rtl = right_to_left(speech.tag);
    let mut xml = root("w:comments");
    for (index, remark) in remarks.0.iter().enumerate() {
        let when = remark.when.format("%Y-%m-%dT%H:%M:%SZ").to_string();
        xml.open(
            "w:comment",
            &[
                ("w:id", &index.to_string()),
                ("w:author", &remark.author),
                ("w:date", &when),
                ("w:initials", &remark.initials),
            ],
        );
        comment(&mut xml, index, remark, rtl);
        xml.close();
    }
    xml.finish()
}

fn comment(xml: &mut Xml, index: usize, remark: &Remark, rtl: bool) {
    let last = remark.paragraphs.len().saturating_sub(1);
    for (place, words) in remark.paragraphs.iter().enumerate() {
        // Word knows a comment in a thread by its last paragraph.
        let id = paragraph_id(index);
        let named = [("w14:paraId", id.as_str())];
        xml.open("w:p", if place == last { &named } else { &[] });
        xml.open("w:pPr", &[]);
        xml.empty("w:pStyle", &[("w:val", "CommentText")]);
        if rtl {
            xml.empty("w:bidi", &[]);
        }
        xml.close();
        xml.open("w:r", &[]);
        if rtl {
            xml.raw("<w:rPr><w:rtl/></w:rPr>");
        }
        // Some programs drop tabs in comments.
        super::paragraph::spoken(xml, &words.replace('\t', " "), false);
        xml.close();
        xml.close();
    }
}

fn paragraph_id(index: usize) -> String {
    format!("{:08X}", 0x1000_0000 + index)
}

/// Which comment answers which, as Word knows it.
pub(super) fn threads(remarks: &Remarks) -> String {
    let mut xml = root("w15:commentsEx");
    for (index, remark) in remarks.0.iter().enumerate() {
        let (own, parent) = (paragraph_id(index), remark.parent.map(paragraph_id));
        let mut attributes = vec![("w15:paraId", own.as_str()), ("w15:done", "0")];
        attributes.extend(parent.as_deref().map(|parent| ("w15:paraIdParent", parent)));
        xml.empty("w15:commentEx", &attributes);
    }
    xml.finish()
}
