namespace TemporalVideo.Studio.Words;

/// <summary>Capitalised words that begin a sentence rather than a name: after "Vitamin C." they say that the sentence was over.</summary>
internal static class SentenceOpeners
{
    private static readonly Dictionary<string, HashSet<string>> ByLanguage = new()
    {
        ["en"] = Words(
            "The This That These Those It Its In On At By For From With But And Or So Then When If As A An He She They We You I There "
                + "Here What Why How "
            + "After Before Each Every Some Many Most All No Not Today Now Our Their His Her One Two To"),
        ["de"] = Words(
            "Der Die Das Es Er Sie Wir Ihr Ein Eine In Im Am An Auf Bei Mit Von Aber Und Oder Dann Wenn Weil Als Da Dort Hier Was Warum "
                + "Wie Nach Vor Jede "
            + "Jeder Jedes Viele Alle Heute Nun Diese Dieser Dieses Man Für Zu Zum Zur So"),
        ["fr"] = Words(
            "Le La Les Un Une Des Il Elle Ils Elles On Nous Vous Ce Cette Ces Cela Dans En À Au Aux Par Pour Mais Et Ou Puis Quand Si "
                + "Après Avant Chaque "
            + "Tous Toutes Son Sa Ses Leur"),
        ["es"] = Words(
            "El La Los Las Un Una Unos En Por Para Con Pero Y O Luego Cuando Si Después Antes Cada Todos Todas Su Sus Este Esta Estos "
                + "Esto Hay No Es"),
        ["it"] = Words(
            "Il Lo La I Gli Le Un Una In Per Con Ma E O Poi Quando Se Dopo Prima Ogni Tutti Tutte Questo Questa Questi Non È Si Suo Sua"),
        ["pt"] = Words(
            "O A Os As Um Uma Em No Na Por Para Com Mas E Ou Depois Quando Se Antes Cada Todos Todas Este Esta Isto Isso Não É Há Seu Sua"),
    };

    public static HashSet<string> Of(string code) => ByLanguage.GetValueOrDefault(code) ?? [];

    private static HashSet<string> Words(string words) => [.. words.Split(' ')];
}
