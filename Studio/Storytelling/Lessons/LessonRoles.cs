namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>What parts of a lesson are for, by their names.</summary>
internal static class LessonRoles
{
    private static readonly (string[] Names, SectionRole Role)[] Roles =
    [
        (["objectives", "objective", "goals", "learning objectives", "learning goals", "lernziele", "objectifs", "objetivos", "obiettivi"],
            SectionRole.Objectives),
        (
            ["questions", "question", "discussion", "discuss", "discussion questions", "questions for discussion", "quiz",
                "check your understanding", "fragen",
                "diskussion", "preguntas", "domande", "perguntas", "questions de discussion"],
            SectionRole.Questions),
        (
            ["challenge", "exercise", "exercises", "task", "tasks", "activity", "practice", "aufgabe", "aufgaben", "übung", "übungen",
                "ejercicio", "ejercicios",
                "exercice", "exercices", "esercizio", "esercizi", "exercício", "exercícios"],
            SectionRole.Exercise),
        (
            ["solution", "solutions", "answer", "answers", "answer key", "lösung", "lösungen", "solución", "soluciones", "corrigé",
                "soluzione", "soluzioni", "solução",
                "respuestas"],
            SectionRole.Solution),
        (
            ["references", "see also", "external links", "further reading", "bibliography", "works cited", "notes and references",
                "einzelnachweise", "weblinks", "literaturverzeichnis", "quellenverzeichnis", "siehe auch", "notes et références",
                "voir aussi", "liens externes", "bibliographie", "referencias", "véase también", "enlaces externos", "bibliografía",
                "note e riferimenti", "voci correlate", "collegamenti esterni", "bibliografia", "referências", "ver também",
                "ligações externas"],
            SectionRole.Sources),
    ];

    /// <summary>The role that a word names, else that of plain text.</summary>
    public static SectionRole Of(string name)
    {
        var plain = name.Trim().Trim(':', '.', '?', '!').Replace('-', ' ').ToLowerInvariant();
        return Roles.FirstOrDefault(pair => pair.Names.Contains(plain)).Role;
    }
}
