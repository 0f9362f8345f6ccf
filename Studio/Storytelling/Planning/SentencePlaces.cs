using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Where the sentences of a segment have gone in its new text.</summary>
/// <param name="At">For each old sentence its place in the new text; null where it is gone.</param>
/// <param name="IsSame">For each old sentence whether it stands there word for word.</param>
internal sealed record SentencePlaces(IReadOnlyList<int?> At, IReadOnlyList<bool> IsSame)
{
    /// <summary>Sentences that are the same keep the order; one that is not, and has a new one in its place, was rewritten.</summary>
    public static SentencePlaces Of(IReadOnlyList<Sentence> before, IReadOnlyList<LessonSentence> after)
    {
        var at = new int?[before.Count];
        var next = 0;
        for (var i = 0; i < before.Count; i++)
        {
            var found = Enumerable.Range(next, after.Count - next).Where(j => after[j].Text == before[i].Text).Select(j => (int?)j);
            at[i] = found.FirstOrDefault();
            next = at[i] + 1 ?? next;
        }

        var same = at.Select(place => place is not null).ToArray();
        for (var i = 0; i < before.Count; i++)
        {
            var place = i == 0 ? 0 : at[i - 1] + 1;
            if (at[i] is null && place < after.Count && !at.Contains(place))
            {
                at[i] = place;
            }
        }

        return new SentencePlaces(at, same);
    }
}
