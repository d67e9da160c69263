//! How fast texts are read, mapped, compared and followed.
#![expect(clippy::unwrap_used, reason = "a bench stops where its texts are wrong")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use domain::{
    anchor::{Anchor, Places},
    clause_map::ClauseMap,
    diff, port,
    text::{ClauseId, LineRange, Text},
};

const WORDS: &str = "public body system person decision notice review appeal data purpose record model risk harm test \
    supplier contract principle government official citizen child language access evidence error service duty office law \
    must should may never every before after when where which that the a of to in for by with and or not is are be";

/// Paragraphs of three sentences; the same seed gives the same text.
fn paragraphs(count: usize, mut seed: u64) -> Vec<String> {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let mut sentence = |at: usize| {
        let said: Vec<String> = (0..8 + next(12)).map(|_| words[next(words.len())].to_owned()).collect();
        format!("Rule {at} says {} x{}.", said.join(" "), next(100_000))
    };
    (0..count).map(|at| format!("{} {} {}", sentence(at), sentence(at), sentence(at))).collect()
}

/// A revision of some paragraphs: one in twenty is reworded, one in fifty removed, one in fifty added, and a few are moved.
fn revised(paragraphs: &[String]) -> Vec<String> {
    let mut out = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        match at % 50 {
            7 | 23 => out.push(paragraph.replacen(" must ", " should ", 2).replacen("public", "private", 1)),
            11 => {}
            31 => out.extend([paragraph.clone(), format!("Wholly new words stand here, number {at}.")]),
            _ => out.push(paragraph.clone()),
        }
    }
    let moved = out.remove(out.len() / 3);
    out.insert(out.len() * 2 / 3, moved);
    out
}

fn text(paragraphs: &[String]) -> Text {
    Text::parse_unlimited(&paragraphs.join("\n\n"))
}

fn read(c: &mut Criterion) {
    let source = paragraphs(2_000, 1).join("\n\n");
    let mut group = c.benchmark_group("read");
    group.throughput(Throughput::Bytes(source.len() as u64));
    group.bench_function("markdown", |b| b.iter(|| Text::parse_unlimited(black_box(&source))));
    group.finish();
}

fn map(c: &mut Criterion) {
    let mut group = c.benchmark_group("map");
    group.sample_size(10);
    for count in [333, 1_666, 5_000, 33_333] {
        let old = paragraphs(count, 1);
        let (old, new) = (text(&old), text(&revised(&old)));
        group.bench_with_input(BenchmarkId::new("sparse edits, clauses", count), &count, |b, _| {
            b.iter(|| ClauseMap::between(&old, &new))
        });
    }
    let (old, new) = (text(&paragraphs(6_666, 1)), text(&paragraphs(6_666, 99)));
    group.bench_function("unrelated, 20,000 lines", |b| b.iter(|| ClauseMap::between(&old, &new)));
    let (old, new) =
        (text(&vec!["The same line.".to_owned(); 20_000]), text(&vec!["The same line.".to_owned(); 19_000]));
    group.bench_function("one line 20,000 times", |b| b.iter(|| ClauseMap::between(&old, &new)));
    group.finish();
}

fn place(c: &mut Criterion) {
    let old = paragraphs(5_000, 1);
    let (old, new) = (text(&old), text(&revised(&old)));
    let map = ClauseMap::between(&old, &new);
    let ids: Vec<ClauseId> = (0..old.clauses().len() as u32).map(ClauseId).collect();
    let anchors: Vec<Anchor> = (1..=5_000)
        .map(|at| Anchor::on(&old, &ids, LineRange::new(at * 3 - 1, at * 3 - 1).unwrap(), None).unwrap())
        .collect();
    let mut group = c.benchmark_group("place");
    group.sample_size(10);
    group.bench_function("5,000 anchors", |b| {
        b.iter(|| {
            let places = Places::between(&old, &new, &map);
            anchors.iter().map(|anchor| places.of(anchor).confidence).sum::<f32>()
        });
    });
    group.finish();
}

fn compare(c: &mut Criterion) {
    let old = paragraphs(3_333, 1);
    let (old, new) = (text(&old), text(&revised(&old)));
    let map = ClauseMap::between(&old, &new);
    let mut group = c.benchmark_group("compare");
    group.sample_size(10);
    group.bench_function("10,000 lines", |b| b.iter(|| diff::changes(&old, &new, &map)));
    let (one, other) = (paragraphs(6_000, 1).join(" "), paragraphs(6_000, 7).join(" "));
    group.bench_function("words of two unrelated megabytes", |b| b.iter(|| diff::words(&one, &other)));
    group.finish();
}

fn port_lines(c: &mut Criterion) {
    let wrap = |paragraphs: Vec<String>| paragraphs.join("\n\n").replace(". ", ".\n");
    let old = paragraphs(5_000, 1);
    let new = wrap(revised(&old));
    let old = wrap(old);
    let asks: Vec<port::Ask> = (0..5_000)
        .map(|at| port::Ask { id: at.to_string(), first_line: at * 4 + 1, last_line: at * 4 + 1 })
        .collect();
    let mut group = c.benchmark_group("port");
    group.sample_size(10);
    group.bench_function("5,000 asks of 20,000 lines", |b| b.iter(|| port::run(&old, &new, &asks)));
    let (one, other) = (paragraphs(6_666, 1).join("\n"), paragraphs(6_666, 99).join("\n"));
    group.bench_function("one paragraph of 6,666 unrelated lines", |b| {
        b.iter(|| port::run(&one, &other, &asks))
    });
    group.finish();
}

criterion_group!(benches, read, map, place, compare, port_lines);
criterion_main!(benches);
