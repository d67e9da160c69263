use std::time::Instant;
fn main() {
    let f: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = "public body system person decision notice review appeal data purpose record model risk harm test supplier contract principle government official citizen child language access evidence error service duty office law must should may never every before after when where which that the a of to in for by with and or not is are be".split(' ').collect();
    let n: usize = f.first().and_then(|n| n.parse().ok()).unwrap_or(5000);
    let mut seed = 1u64;
    let mut next = |b: usize| {
        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (seed >> 33) as usize % b
    };
    let mut ps: Vec<String> = Vec::new();
    for i in 0..n {
        let mut p = String::new();
        for _ in 0..3 {
            let k = 8 + next(12);
            p += &format!("Rule {i} says ");
            for _ in 0..k {
                p += words[next(words.len())];
                p.push(' ');
            }
            p += &format!("x{}. ", next(100000));
        }
        ps.push(p.trim().to_string());
    }
    let mut q: Vec<String> = Vec::new();
    for (i, p) in ps.iter().enumerate() {
        match i % 50 {
            7 | 23 => q.push(p.replacen(" must ", " should ", 2).replacen("public", "private", 1)),
            11 => {}
            31 => {
                q.push(p.clone());
                q.push(format!("Wholly new words stand here, number {i}."))
            }
            _ => q.push(p.clone()),
        }
    }
    let m = q.remove(q.len() / 3);
    let at = q.len() * 2 / 3;
    q.insert(at, m);
    let (a, b) = (
        domain::text::Text::parse_unlimited(&ps.join("\n\n")),
        domain::text::Text::parse_unlimited(&q.join("\n\n")),
    );
    let map = domain::clause_map::ClauseMap::between(&a, &b);
    let (mut bm, mut bp, mut bc, mut bs) = (f64::MAX, f64::MAX, f64::MAX, f64::MAX);
    let anchors: Vec<domain::anchor::Anchor> = (0..n.min(5000))
        .map(|i| domain::anchor::Anchor {
            version: a.digest(),
            clause: domain::text::ClauseId(0),
            lines: domain::text::LineRange::spanning(i as u32 * 3 + 2, i as u32 * 3 + 2),
            chars: None,
            quote: String::new(),
            before: String::new(),
            after: String::new(),
        })
        .collect();
    for _ in 0..15 {
        let t = Instant::now();
        std::hint::black_box(domain::clause_map::ClauseMap::between(&a, &b));
        bm = bm.min(t.elapsed().as_secs_f64());
        let t = Instant::now();
        let pl = domain::anchor::Places::between(&a, &b, &map);
        bs = bs.min(t.elapsed().as_secs_f64());
        std::hint::black_box(anchors.iter().map(|x| pl.of(x).confidence).sum::<f32>());
        bp = bp.min(t.elapsed().as_secs_f64());
        let t = Instant::now();
        std::hint::black_box(domain::diff::changes(&a, &b, &map));
        bc = bc.min(t.elapsed().as_secs_f64());
    }
    println!(
        "n={n} bytes={} map {:.1} ms, place {:.1} ms, changes {:.1} ms",
        a.source().len(),
        bm * 1e3,
        bp * 1e3,
        bc * 1e3
    );
}
