namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Chooses the parts and sentences that fill a wanted time, the important ones first.</summary>
internal static class SentenceChooser
{
    private const double Most = 0.86;
    private const double MostOfAll = 0.92;
    private const double LongSegment = 16;
    private const double LeastSegment = 6;

    /// <summary>The parts of the story in order, their sentences chosen.</summary>
    public static IReadOnlyList<SegmentDraft> Choose(IReadOnlyList<SegmentDraft> drafts, double targetSeconds)
    {
        var limit = targetSeconds * Most;
        List<SegmentDraft> story = [.. drafts.Where(draft => draft.Value is null)];
        var room = BodyParts(targetSeconds);
        foreach (var draft in drafts.Where(draft => draft.Value is not null).OrderByDescending(draft => draft.Value))
        {
            if (room > 0 && story.Sum(part => part.EssentialSeconds) + draft.EssentialSeconds <= limit)
            {
                story.Add(draft);
                room--;
            }
        }

        story.ForEach(ChooseEssentials);
        Fill(story, limit);
        foreach (var draft in drafts.Except(story).OrderByDescending(draft => draft.Value).ToList())
        {
            if (limit - Speech(story) >= LeastSegment && Speech(story) + draft.EssentialSeconds <= limit)
            {
                story.Add(draft);
                ChooseEssentials(draft);
                Fill(story, limit);
            }
        }

        // The last sentence may go a little beyond the comfortable share rather than leave a gap.
        if (Speech(story) < targetSeconds * SpeechRate.LeastFill && Shortest(story, targetSeconds * MostOfAll) is { } last)
        {
            last.Choose();
        }

        return [.. drafts.Where(draft => story.Contains(draft) && draft.Chosen.Any())];
    }

    private static int BodyParts(double targetSeconds) => targetSeconds switch
    {
        < 40 => 2,
        < 75 => 3,
        _ => 5,
    };

    private static double Speech(IEnumerable<SegmentDraft> story) => story.Sum(part => part.Speech);

    private static void ChooseEssentials(SegmentDraft draft)
    {
        foreach (var candidate in draft.Candidates.Where(candidate => candidate.IsEssential))
        {
            candidate.Choose();
        }
    }

    private static Candidate? Shortest(List<SegmentDraft> story, double limit) => story
        .SelectMany(part => part.Candidates)
        .Where(candidate => !candidate.IsChosen && Speech(story) + candidate.Cost <= limit)
        .MinBy(candidate => candidate.Cost);

    private static void Fill(List<SegmentDraft> story, double limit)
    {
        while (true)
        {
            var left = limit - Speech(story);
            var next = story
                .SelectMany(part => part.Candidates.Where(candidate => !candidate.IsChosen && candidate.Cost <= left)
                    .Select(candidate => (Candidate: candidate, Gain: candidate.Value * Evenness(part, candidate))))
                .OrderByDescending(option => option.Gain)
                .FirstOrDefault();
            if (next.Candidate is null)
            {
                return;
            }

            next.Candidate.Choose();
        }
    }

    // A segment that is long already gains less than one that has said little.
    private static double Evenness(SegmentDraft part, Candidate candidate)
    {
        var after = part.Speech + candidate.Cost;
        return after > LongSegment ? 0.25 : 1.5 - (after / LongSegment);
    }
}
