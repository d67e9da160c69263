//! Made-up texts, the same on every machine.

/// Paragraphs of sentences.
pub struct Prose(Vec<Vec<String>>);

impl Prose {
    /// So many sentences, in paragraphs of one to six, with words as unevenly common as those of a language.
    pub fn of(sentences: usize, seed: u64) -> Self {
        let mut dice = Dice(seed);
        let (mut paragraphs, mut left) = (Vec::new(), sentences);
        while left > 0 {
            let count = (1 + dice.below(6)).min(left);
            paragraphs.push((0..count).map(|_| sentence(&mut dice)).collect());
            left -= count;
        }
        Self(paragraphs)
    }

    /// One sentence in `every` has three other words; now and then a paragraph is dropped, put in or moved.
    pub fn revised(&self, every: usize) -> Self {
        let mut dice = Dice(every as u64);
        let mut paragraphs = Vec::with_capacity(self.0.len());
        for paragraph in &self.0 {
            match dice.below(5 * every) {
                0 => continue,
                1 => paragraphs.push(vec![sentence(&mut dice)]),
                _ => {}
            }
            let sentences = paragraph
                .iter()
                .map(|said| if dice.below(every) == 0 { reworded(said, &mut dice) } else { said.clone() });
            paragraphs.push(sentences.collect());
        }
        for _ in 0..paragraphs.len() / (10 * every) {
            let moved = paragraphs.remove(dice.below(paragraphs.len()));
            paragraphs.insert(dice.below(paragraphs.len()), moved);
        }
        Self(paragraphs)
    }

    /// A physical line for each sentence.
    pub fn lines(&self) -> String {
        self.joined("\n")
    }

    /// A physical line for each paragraph.
    pub fn paragraphs(&self) -> String {
        self.joined(" ")
    }

    fn joined(&self, by: &str) -> String {
        self.0.iter().map(|sentences| sentences.join(by) + "\n\n").collect()
    }
}

/// Numbered clauses of one sentence; the later text rewords every twentieth and drops every hundredth.
pub fn clauses(count: usize, later: bool) -> String {
    let subjects =
        ["A public body", "The operator", "Each ministry", "An affected person", "The supervising office"];
    let verbs = ["publishes", "reviews", "explains", "records", "corrects"];
    let objects = ["the purpose of the system", "every decision it supports", "the data it was trained on"];
    let mut text = String::from("# Principles\n\n");
    for number in 1..=count {
        if later && number % 100 == 7 {
            continue;
        }
        let pick = |words: &[&'static str], by: usize| words[(number / by) % words.len()];
        let (subject, verb, object) = (pick(&subjects, 1), pick(&verbs, 3), pick(&objects, 7));
        let when = if later && number % 20 == 3 { "without undue delay" } else { "before it is used" };
        text += &format!("{subject} {verb} {object} {when}, as clause {number} says.\n\n");
    }
    text
}

fn sentence(dice: &mut Dice) -> String {
    let words: Vec<String> = (0..6 + dice.below(16)).map(|_| word(dice)).collect();
    let said = words.join(" ");
    let (first, rest) = said.split_at(1);
    first.to_uppercase() + rest + "."
}

fn reworded(said: &str, dice: &mut Dice) -> String {
    let mut words: Vec<String> = said.split(' ').map(str::to_owned).collect();
    for _ in 0..3 {
        let at = dice.below(words.len());
        words[at] = word(dice);
    }
    words.join(" ")
}

/// One of 4,096 words; the first few make half of any text.
fn word(dice: &mut Dice) -> String {
    let most = 1 << dice.below(13);
    let mut number = dice.below(most);
    let mut word = String::new();
    loop {
        word.push(char::from(b"bdfgklmnprstvz"[number % 14]));
        word.push(char::from(b"aeiou"[number / 14 % 5]));
        number /= 70;
        if number == 0 {
            return word;
        }
    }
}

/// Numbers that look random, and are equal for equal seeds.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}
