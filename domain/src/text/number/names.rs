//! Words that are numbered: articles, principles, sections, in ten languages.

use std::sync::LazyLock;

use crate::words::{ByKey, bytes_key};

/// What a number belongs to; `Article 3`, `Art. 3` and `المادة ٣` are of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Name(u32);

const NAMES: &[&str] = &[
    "article articles art arts artículo articulo artículos artigo artigos articolo articoli artikel \
     artikels artikeln статья статьи статье статью статьей статей статьям статьях ст. المادة مادة \
     المادتين المواد",
    "principle principles principe principes principio principios princípio princípios principi \
     prinzip prinzipien grundsatz grundsätze grundsatzes принцип принципа принципу принципе \
     принципом принципы принципов المبدأ مبدأ المبادئ 原则",
    "section sections sec. sect. sección secciones seção seções secção sezione sezioni abschnitt \
     abschnitts abschnitte раздел раздела разделе разделу разделы القسم قسم الأقسام",
    "chapter chapters ch. chap. chapitre chapitres capítulo capitulo capítulos capitolo capitoli \
     kapitel kapitels глава главы главе главу главой الفصل فصل",
    "part parts partie parties parte partes parti teil teile teils часть части частью ч. الجزء جزء",
    "title titre título titulo titolo titel титул الباب باب",
    "annex annexes annexe anexo anexos allegato allegati anhang anhangs anlage appendix appendices \
     app. apéndice appendice apêndice schedule приложение приложения приложении приложению المرفق \
     مرفق الملحق ملحق 附件 附录 附表",
    "rule rules règle règles regla reglas regra regras regola regole regel regeln правило правила \
     правилу правиле القاعدة قاعدة 规则",
    "recommendation recommendations recommandation recommandations recomendación recomendaciones \
     recomendação raccomandazione empfehlung empfehlungen рекомендация рекомендации التوصية توصية 建议",
    "paragraph paragraphs para. paras. paragraphe paragraphes párrafo párrafos parágrafo paragrafo \
     paragrafi absatz abs. absätze пункт пункта пункте пункту пунктом пункты пп. п. подпункт \
     подпункта الفقرة فقرة الفقرات",
    "clause clauses cláusula cláusulas clausola klausel klauseln оговорка البند بند البنود",
    "point points punto puntos ponto pontos punkt punkte item items النقطة نقطة",
    "guideline guidelines directriz diretriz leitlinie 准则",
    "§ §§",
    "goal goals objective objectives objectif objectifs objetivo objetivos obiettivo obiettivi ziel ziele \
     цель цели целей هدف الهدف 目标",
    "target targets cible cibles meta metas zielvorgabe",
    "measure measures mesure mesures medida medidas misura misure maßnahme maßnahmen мера меры мер تدبير التدبير 措施",
    "action actions acción acciones ação ações azione azioni aktion aktionen действие действия إجراء الإجراء 行动",
    "commitment commitments engagement engagements compromiso compromisos compromisso compromissos impegno impegni \
     verpflichtung verpflichtungen обязательство обязательства التزام الالتزام 承诺",
    "requirement requirements exigence exigences requisito requisitos requisiti anforderung anforderungen \
     требование требования متطلب المتطلب 要求",
    "criterion criteria critère critères criterio criterios critério critérios criteri kriterium kriterien \
     критерий критерии معيار المعيار",
    "standard standards norme normes norma normas norm normen",
    "question questions pregunta preguntas pergunta perguntas domanda domande frage fragen вопрос вопросы سؤال السؤال 问题",
    "definition definitions définition définitions definición definiciones definição definições definizione \
     definizioni begriffsbestimmung определение определения تعريف التعريف",
    "table tables tableau tableaux cuadro tabla tablas tabela tabelas tabella tabelle tabellen таблица таблицы \
     figure figures box boxes encadré جدول الجدول 表",
    "recital recitals considérant considérants considerando considerandos erwägungsgrund erwägungsgründe",
    "no. nos. nr. nrn. № n° nº n.º núm. núms. num. رقم",
];

impl Name {
    /// The name of a number that has none.
    pub const NONE: Self = Self(u32::MAX);

    /// The name of a Chinese unit: 条 is an article, 章 a chapter.
    pub fn of_unit(unit: char) -> Self {
        Self(match unit {
            '条' | '則' | '则' => 0,
            '节' => 2,
            '章' => 3,
            '部' | '分' | '编' | '篇' => 4,
            '款' => 9,
            _ => 11,
        })
    }

    /// The name for a word that no list has; only a run of such words numbers. What it names need not be a clause: “Category 2”.
    pub fn unknown(word: &str) -> Self {
        Self(bytes_key(word.to_lowercase().as_bytes()) as u32 | 0x8000_0000)
    }

    /// The name of a sign or an abbreviation that numbers nothing but clauses: `#`, `OP`.
    pub fn sign(sign: &str) -> Self {
        Self(bytes_key(sign.as_bytes()) as u32 & 0x3fff_ffff | 0x4000_0000)
    }

    /// Whether what is called so may be no clause but a thing with a number: a category, a stage, a level.
    pub fn may_be_thing(self) -> bool {
        self != Self::NONE && self.0 & 0x8000_0000 != 0
    }

    /// Whether the name by itself shows that what follows is a number.
    pub fn is_known(self) -> bool {
        self.0 < NAMES.len() as u32
    }

    /// Whether it is what an article or a section is made of: a paragraph, a clause, a point.
    pub fn is_part(self) -> bool {
        (9..=11).contains(&self.0)
    }

    /// Whether clauses that are called so may be numbered without the word: all but chapters, parts, titles and annexes.
    pub fn may_be_bare(self) -> bool {
        !(3..=6).contains(&self.0)
    }
}

/// Each form of each name, in small letters.
static FORMS: LazyLock<ByKey<Name>> = LazyLock::new(|| {
    let key = |form: &str| bytes_key(form.as_bytes());
    let forms = |(name, forms): (u32, &&'static str)| {
        forms.split_whitespace().map(move |form| (key(form), Name(name)))
    };
    let mut all = ByKey::with_capacity_and_hasher(1 << 9, Default::default());
    all.extend((0..).zip(NAMES).flat_map(forms));
    all
});

/// The name a word is, in whatever of its forms and abbreviations.
pub(crate) fn name_of(word: &str) -> Option<Name> {
    /// No form takes more bytes.
    const LONGEST: usize = 32;
    if word.len() > LONGEST || word.is_empty() {
        return None;
    }
    if !word.is_ascii() {
        return find(word.to_lowercase().as_bytes());
    }
    let mut small = [0; LONGEST];
    let small = &mut small[..word.len()];
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    find(small)
}

/// The name of a word in small letters, with or without a full stop that is none of its own.
fn find(word: &[u8]) -> Option<Name> {
    let find = |word: &[u8]| FORMS.get(&bytes_key(word)).copied();
    find(word).or_else(|| find(word.strip_suffix(b".")?))
}

#[cfg(test)]
mod tests {
    use super::{NAMES, Name, name_of};

    #[test]
    fn every_form_is_found() {
        for (name, forms) in (0..).zip(NAMES) {
            for form in forms.split_whitespace() {
                assert_eq!(name_of(form), Some(Name(name)), "{form}");
                let capitals = form.to_uppercase();
                if capitals.to_lowercase() == form {
                    assert_eq!(name_of(&capitals), Some(Name(name)), "{form}");
                }
            }
        }
    }
}
