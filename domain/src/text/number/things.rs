//! What figures count that are no numbers of clauses: days of a month, time, money, measures.

/// The months, in eleven languages, in the forms that stand after a day.
const MONTHS: &str = "january february march april may june july august september october november december \
     janvier février mars avril mai juin juillet août septembre octobre novembre décembre \
     enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre \
     janeiro fevereiro março maio junho julho setembro outubro novembro dezembro \
     gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre \
     januar jänner februar märz juni juli oktober dezember \
     января февраля марта апреля мая июня июля августа сентября октября ноября декабря \
     يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر \
     januari februari maart mei augustus januára stycznia lutego marca kwietnia maja czerwca lipca sierpnia \
     września października listopada grudnia január február március április május június július augusztus \
     szeptember október";

/// Units of time, one and many.
const TIMES: &str = "year years month months week weeks day days hour hours minute minutes quarter quarters second \
     année années an ans mois semaine semaines jour jours heure heures trimestre trimestres \
     año años mes meses semana semanas día días hora horas ano anos mês dia dias \
     anno anni mese mesi settimana settimane giorno giorni ora ore \
     jahr jahre jahren monat monate monaten woche wochen tag tage tagen stunde stunden \
     год года лет месяц месяца месяцев день дня дней неделя недели недель час часа часов \
     سنة سنوات شهر أشهر أسبوع أسابيع يوم أيام ساعة ساعات";

/// Money, shares and measures.
const AMOUNTS: &str = "euro euros dollar dollars pound pounds franc francs yen cent cents percent per \
     pour por prozent процент процента процентов million millions billion billions thousand hundred \
     millones millón milhões milliard milliards millionen тысяч миллион миллионов миллиард рублей рубля рубль \
     يورو دولار دولارات بالمائة kilometre kilometres kilometer kilometers km metre metres meter meters m kg \
     kilogram kilograms tonne tonnes ton tons litre litres hectare hectares degrees people persons times";

/// Words that lead from a figure to what it counts: “1 de mayo”.
const LEADING: &str = "de d’ d' di of den der من";

/// Whether a word counts time: "Day 30: ships pay" is when they pay.
pub(super) fn is_time(word: &str) -> bool {
    has(TIMES, &word.to_lowercase())
}

/// Whether the words after a figure are what it counts: “May 2026”, “days”, “euros”, “%”; not those of a clause.
pub(crate) fn counts(words: &str) -> bool {
    if words.starts_with(['%', '‰', '°', '€', '$', '£', '¥']) {
        return true;
    }
    let mut said = words.split_whitespace().map(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
        word.to_lowercase()
    });
    let Some(first) = said.next() else { return false };
    let thing = |word: &str| has(MONTHS, word) || has(TIMES, word) || has(AMOUNTS, word);
    thing(&first) || has(LEADING, &first) && said.next().is_some_and(|next| thing(&next))
}

fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_whitespace().any(|one| one == word)
}

#[cfg(test)]
mod tests {
    use super::counts;

    #[test]
    fn what_a_figure_counts_is_told_from_the_words_of_a_clause() {
        for thing in [
            "May 2026 for States",
            "Mai 2026",
            "de mayo para todos",
            "days.",
            "euros",
            "% of all",
            "июня",
            "يوم",
        ] {
            assert!(counts(thing), "{thing}");
        }
        for words in ["The body answers.", "notice", "Mayors are told.", "Responder en breve", "", "الجهة"]
        {
            assert!(!counts(words), "{words}");
        }
    }
}
