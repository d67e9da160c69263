//! Numbers of clauses in Chinese.

use super::{
    Found, SEPARATORS,
    figure::{self, Wrap, figure},
    found,
    names::{Name, name_of},
};

/// `第三条`, `第十三条之一`, `附件一`.
pub(super) fn find(text: &str) -> Option<Found> {
    if let Some(inner) = text.strip_prefix('第') {
        let figure = figure(inner)?;
        let unit = inner[figure.taken..].chars().next().filter(|c| "条章节款项部分编篇目则".contains(*c))?;
        let mut end = '第'.len_utf8() + figure.taken + unit.len_utf8();
        let mut readings = figure.readings(Wrap::None, Name::of_unit(unit));
        if let Some(sub) = text[end..].strip_prefix('之').and_then(figure::figure) {
            readings.iter_mut().for_each(|mark| mark.values.extend(sub.first_value()));
            end += '之'.len_utf8() + sub.taken;
        }
        if refers(&text[end..]) {
            return None;
        }
        return found(text, 0..end, end, readings);
    }
    if text.starts_with(|c: char| c.is_ascii()) {
        return None;
    }
    let name = NAMED.iter().find_map(|name| text.strip_prefix(name).map(|inner| (*name, inner)));
    let (word, inner) = name?;
    let gap = inner.len() - inner.trim_start_matches(' ').len();
    let figure = figure(&inner[gap..])?;
    let start = word.len() + gap;
    let end = start + figure.taken;
    let parted = text[end..].chars().next().is_none_or(|c| c.is_whitespace() || SEPARATORS.contains(c));
    let name = name_of(word).unwrap_or_else(|| Name::unknown(word));
    if parted { found(text, start..end, end, figure.readings(Wrap::None, name)) } else { None }
}

/// Whether the words right after `第五条` show that it is meant rather than begun: 第五条的规定, 第五条和第六条.
fn refers(rest: &str) -> bool {
    rest.starts_with(['的', '、', '和', '与', '至', '或', '及', '所', '中', '第', '款', '项'])
        || rest.starts_with("规定")
}

/// What is numbered in Chinese without 第.
const NAMED: &[&str] =
    &["附件", "附录", "附表", "原则", "规则", "建议", "准则", "目标", "承诺", "措施", "任务", "步骤", "阶段"];
