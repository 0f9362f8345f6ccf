using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>What a list is: questions, dates, steps whose order matters, or things that stand side by side.</summary>
internal static class ListKinds
{
    private const int FewestSteps = 2;
    private const int MostSteps = 6;
    private const int FewestWordsOfAClause = 4;

    /// <summary>The kind of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="section">Where it stands.</param>
    /// <param name="leadIn">The sentence before it; may be empty.</param>
    /// <param name="language">IETF tag.</param>
    public static DiagramKind Of(LessonList list, LessonSection section, string leadIn, string language)
    {
        var flat = list.Items.All(item => item.Level == 0);
        if (list.Items.All(item => IsQuestion(item.Lines[^1].Text)))
        {
            return DiagramKind.Questions;
        }

        if (flat && list.Items.Count >= 3 && list.Items.All(item => Dates.BeginsWithMonth(item.Lines[0].Text, language)))
        {
            return DiagramKind.Timeline;
        }

        if (flat && list.Items.Count >= 2 && Dates.Begins(list.Items[0].Lines[0].Text)
            && list.Items.All(item => Dates.Begins(item.Lines[0].Text) || Dates.BeginsWithDay(item.Lines[0].Text)
                || Dates.BeginsWithShortYear(item.Lines[0].Text)))
        {
            return DiagramKind.Timeline;
        }

        return list.IsNumbered && flat && list.Items.Count is >= FewestSteps and <= MostSteps && IsOrdered(list, section.Heading, leadIn)
            ? list.Items.Count >= 3 && Phrases.SpeaksOfCycle(section.Heading) ? DiagramKind.Cycle : DiagramKind.Steps
            : DiagramKind.List;
    }

    /// <summary>Whether a sentence asks something, in any script.</summary>
    public static bool IsQuestion(string sentence) =>
        sentence.TrimEnd('"', '”', '’', '»', ')', ' ', '\u00A0') is [.., '?' or '؟' or '？' or '\u037E']
        || (sentence is [.., >= '\u0370' and <= '\u03FF', ';']);

    /// <summary>A sentence, a command or a clause, and no name of a thing such as "A black cross".</summary>
    private static bool IsAct(string text) => text.TrimEnd() is [.., '.' or '!' or ';']
        || Phrases.Commands(text) || Phrases.FollowsInTime(text)
        || (text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= FewestWordsOfAClause && !Phrases.NamesAThing(text));

    /// <summary>Numbers count as well as they order: steps are only what the lesson calls so, or what follows from one to the
    /// next.</summary>
    private static bool IsOrdered(LessonList list, string heading, string leadIn)
    {
        if (Phrases.SpeaksOfSteps(leadIn) || (Phrases.SpeaksOfSteps(heading) && !Phrases.NamesKinds(leadIn))
            || ((Phrases.AsksHow(leadIn) || (Phrases.AsksHow(heading) && !Phrases.NamesKinds(leadIn)))
                && list.Items.Count(item => IsAct(item.Lines[0].Text)) * 2 > list.Items.Count))
        {
            return true;
        }

        return !Phrases.NamesKinds(heading) && !Phrases.NamesKinds(leadIn) && !Phrases.CountsThings(heading)
            && (list.Items.Skip(1).Any(item => item.Lines.Any(line => Phrases.FollowsInTime(line.Text)))
                || list.Items.Count(item => Phrases.Commands(item.Lines[0].Text)) * 2 > list.Items.Count);
    }
}
