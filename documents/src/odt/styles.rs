//! How an OpenDocument file looks: the same quiet page as that of Word.

use domain::Message;

use super::root;
use crate::{
    Document, Speech,
    document::right_to_left,
    xml::{Xml, escaped},
};

/// The styles of the file, with what stands at the head and foot of each page.
pub(super) fn write(document: &Document<'_>, speech: Speech<'_>) -> String {
    let rtl = right_to_left(&document.language);
    let (mode, tag) = (if rtl { "rl-tb" } else { "lr-tb" }, escaped(&document.language));
    let (language, country) = tag.split_once('-').unwrap_or((&tag, "none"));
    let mut xml = root("office:document-styles");
    xml.open("office:styles", &[]);
    xml.raw(&format!(
        "<style:default-style style:family=\"paragraph\"><style:paragraph-properties fo:text-align=\"start\" fo:margin-bottom=\"0.21cm\" fo:line-height=\"120%\" style:writing-mode=\"{mode}\"/>\
         <style:text-properties fo:font-family=\"Cambria\" style:font-family-complex=\"'Times New Roman'\" fo:font-size=\"11pt\" style:font-size-complex=\"12pt\" fo:language=\"{language}\" fo:country=\"{country}\" style:language-complex=\"{language}\" style:country-complex=\"{country}\"/></style:default-style>"
    ));
    xml.raw("<style:style style:name=\"Standard\" style:family=\"paragraph\"/>");
    for level in 1..=6_usize {
        let (size, before) =
            [(18, 0.0), (14, 0.63), (12, 0.49), (11, 0.42), (11, 0.42), (11, 0.42)][level - 1];
        xml.raw(&format!(
            "<style:style style:name=\"H{level}\" style:display-name=\"Heading {level}\" style:family=\"paragraph\" style:parent-style-name=\"Standard\" style:default-outline-level=\"{level}\"><style:paragraph-properties fo:margin-top=\"{before}cm\" fo:margin-bottom=\"0.21cm\" fo:keep-with-next=\"always\"/><style:text-properties fo:font-weight=\"bold\" style:font-weight-complex=\"bold\" fo:font-size=\"{size}pt\" style:font-size-complex=\"{}pt\"/></style:style>",
            size + 1,
        ));
    }
    xml.raw(STYLES);
    xml.close();
    xml.raw(&format!(
        "<office:automatic-styles><style:page-layout style:name=\"page\"><style:page-layout-properties fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin-top=\"1.3cm\" fo:margin-bottom=\"1.2cm\" fo:margin-left=\"2.5cm\" fo:margin-right=\"2.5cm\" style:writing-mode=\"{mode}\"/><style:header-style><style:header-footer-properties fo:min-height=\"1.3cm\" fo:margin-bottom=\"0.6cm\"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height=\"1.2cm\" fo:margin-top=\"0.6cm\"/></style:footer-style></style:page-layout></office:automatic-styles>"
    ));
    running(&mut xml, document, speech);
    xml.finish()
}

fn running(xml: &mut Xml, document: &Document<'_>, speech: Speech<'_>) {
    let version = Message::new("documents-version")
        .with("reference", document.reference.as_str())
        .with("version", document.version);
    xml.open("office:master-styles", &[]);
    xml.open("style:master-page", &[("style:name", "Standard"), ("style:page-layout-name", "page")]);
    xml.open("style:header", &[]);
    xml.open("text:p", &[("text:style-name", "Running")]);
    xml.text(&(speech.say)(&version));
    xml.empty("text:tab", &[]);
    xml.text(&document.forum);
    xml.close();
    xml.close();
    xml.open("style:footer", &[]);
    xml.open("text:p", &[("text:style-name", "Running")]);
    xml.text(&document.address);
    xml.empty("text:tab", &[]);
    xml.raw("<text:page-number text:select-page=\"current\">1</text:page-number>");
    xml.close();
    xml.close();
    xml.close();
    xml.close();
}

const STYLES: &str = concat!(
    "<style:style style:name=\"Title\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:keep-with-next=\"always\"/><style:text-properties fo:font-weight=\"bold\" style:font-weight-complex=\"bold\" fo:font-size=\"18pt\" style:font-size-complex=\"19pt\"/></style:style>",
    "<style:style style:name=\"Running\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-bottom=\"0cm\"><style:tab-stops><style:tab-stop style:position=\"16cm\" style:type=\"right\"/></style:tab-stops></style:paragraph-properties><style:text-properties fo:font-size=\"8.5pt\" style:font-size-complex=\"9.5pt\" fo:color=\"#595959\"/></style:style>",
    "<style:style style:name=\"Quote\" style:display-name=\"Quotations\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-left=\"0.75cm\" fo:margin-right=\"0.75cm\"/></style:style>",
    "<style:style style:name=\"Code\" style:display-name=\"Preformatted Text\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:text-properties fo:font-family=\"'Courier New'\" fo:font-size=\"9.5pt\"/></style:style>",
    "<style:style style:name=\"Cell\" style:display-name=\"Table Contents\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-bottom=\"0cm\"/><style:text-properties fo:font-size=\"10pt\" style:font-size-complex=\"11pt\"/></style:style>",
    "<style:style style:name=\"CellMid\" style:family=\"paragraph\" style:parent-style-name=\"Cell\"><style:paragraph-properties fo:text-align=\"center\"/></style:style>",
    "<style:style style:name=\"CellEnd\" style:family=\"paragraph\" style:parent-style-name=\"Cell\"><style:paragraph-properties fo:text-align=\"end\"/></style:style>",
    "<style:style style:name=\"Head\" style:display-name=\"Table Heading\" style:family=\"paragraph\" style:parent-style-name=\"Cell\"><style:text-properties fo:font-weight=\"bold\" style:font-weight-complex=\"bold\"/></style:style>",
    "<style:style style:name=\"Footnote\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-bottom=\"0.07cm\"/><style:text-properties fo:font-size=\"9pt\" style:font-size-complex=\"10pt\"/></style:style>",
    "<style:style style:name=\"b\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\" style:font-weight-complex=\"bold\"/></style:style>",
    "<style:style style:name=\"i\" style:family=\"text\"><style:text-properties fo:font-style=\"italic\" style:font-style-complex=\"italic\"/></style:style>",
    "<style:style style:name=\"s\" style:family=\"text\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>",
    "<style:style style:name=\"c\" style:family=\"text\"><style:text-properties fo:font-family=\"'Courier New'\"/></style:style>",
    "<style:style style:name=\"HeadMid\" style:family=\"paragraph\" style:parent-style-name=\"Head\"><style:paragraph-properties fo:text-align=\"center\"/></style:style>",
    "<style:style style:name=\"HeadEnd\" style:family=\"paragraph\" style:parent-style-name=\"Head\"><style:paragraph-properties fo:text-align=\"end\"/></style:style>",
    "<text:notes-configuration text:note-class=\"footnote\" style:num-format=\"1\" style:num-suffix=\" \" text:footnotes-position=\"page\" text:start-numbering-at=\"document\"/>",
    "<text:list-style style:name=\"Bullets\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\"><style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment text:label-followed-by=\"listtab\" fo:margin-left=\"0.75cm\" fo:text-indent=\"-0.75cm\"/></style:list-level-properties></text:list-level-style-bullet><text:list-level-style-bullet text:level=\"2\" text:bullet-char=\"–\"><style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment text:label-followed-by=\"listtab\" fo:margin-left=\"1.5cm\" fo:text-indent=\"-0.75cm\"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>",
    "<text:list-style style:name=\"Numbers\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"><style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment text:label-followed-by=\"listtab\" fo:margin-left=\"0.75cm\" fo:text-indent=\"-0.75cm\"/></style:list-level-properties></text:list-level-style-number><text:list-level-style-number text:level=\"2\" style:num-format=\"1\" style:num-suffix=\".\"><style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment text:label-followed-by=\"listtab\" fo:margin-left=\"1.5cm\" fo:text-indent=\"-0.75cm\"/></style:list-level-properties></text:list-level-style-number></text:list-style>",
    "<text:list-style style:name=\"Plain\"><text:list-level-style-number text:level=\"1\" style:num-format=\"\"><style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment text:label-followed-by=\"nothing\" fo:margin-left=\"0.75cm\"/></style:list-level-properties></text:list-level-style-number><text:list-level-style-number text:level=\"2\" style:num-format=\"\"><style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment text:label-followed-by=\"nothing\" fo:margin-left=\"1.5cm\"/></style:list-level-properties></text:list-level-style-number></text:list-style>",
);
