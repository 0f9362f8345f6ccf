using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Studio.Storytelling.Prompts;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Directing;

/// <summary>
/// Has a language model write the story, from a lesson or from a topic alone. What it writes from a lesson traces to the lesson: what does
/// not is sent back once, and then left out and listed. Segments, diagrams and speech are the offline planner's work on what it wrote.
/// </summary>
/// <param name="chat">The model.</param>
/// <param name="prompts">What it is told.</param>
/// <param name="planner">Makes a story of what it writes.</param>
public sealed class ChatDirector(IChatModel chat, PromptCatalog prompts, IStoryPlanner planner) : IStoryPlanner
{
    private const double UsualSeconds = 60;
    private const double WordsPerSecond = 2.3;
    private const double UsualCreativity = 0.5;

    private readonly Prompt _prompt = prompts[PromptName.StoryDirector];

    /// <inheritdoc/>
    public string Identity => $"director/1 {chat.Identity} {planner.Identity} {prompts.FingerprintOf(PromptName.StoryDirector)}";

    /// <inheritdoc/>
    public bool FollowsWishes => true;

    /// <inheritdoc/>
    public async Task<Story> PlanAsync(StoryRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Verbatim)
        {
            return await planner.PlanAsync(request, cancellationToken);
        }

        var lesson = request.SourceKind == SourceKind.Topic ? null : LessonReader.Read(request.Source, request.OwnLanguages);
        var source = lesson is null ? null : new SourceSentences(lesson);
        var seconds = request.TargetSeconds ?? (lesson is null ? UsualSeconds
            : (await planner.PlanAsync(request with { Shape = null }, cancellationToken)).Duration);
        var written = await WriteAsync(request, lesson, source, seconds, request.Critique, cancellationToken);
        var untraced = Untraced(written, source);
        if (untraced.Count > 0)
        {
            var critique = untraced.Select(pair => $"\"{pair.Key.Text}\" {pair.Value}").Concat(request.Critique ?? []).ToList();
            written = await WriteAsync(request, lesson, source, seconds, critique, cancellationToken);
            untraced = Untraced(written, source);
        }

        var kept = written with
        {
            Sections = [.. written.Sections.Select(section => section with
            {
                Sentences = [.. section.Sentences.Where(sentence => !untraced.ContainsKey(sentence))],
            })],
        };
        return kept.Sentences.Any() ? await BuildAsync(request, kept, lesson, source, untraced.Keys, cancellationToken)
            : throw new StorySourceException(
                $"{chat.Identity} wrote nothing that the lesson carries, twice. Take a stronger model (chat in config/providers.yaml), "
                + "or tell the lesson as it is with --verbatim.");
    }

    private Task<WrittenStory> WriteAsync(
        StoryRequest request, Lesson? lesson, SourceSentences? source, double seconds, IReadOnlyList<string>? critique,
        CancellationToken cancellationToken)
    {
        var (system, user) = _prompt.Fill(new Dictionary<string, object>
        {
            ["task"] = lesson?.Title ?? request.Source.Trim(),
            ["source"] = source?.Text ?? "",
            ["language"] = lesson?.Language ?? "",
            ["audience"] = request.Audience ?? StoryRequest.UsualAudience,
            ["product"] = request.Product ?? "",
            ["seconds"] = Math.Round(seconds),
            ["words"] = Math.Round(seconds * WordsPerSecond),
            ["framework"] = request.Shape?.Name ?? "",
            ["beats"] = BeatsOf(request.Shape),
            ["creativity"] = request.Shape?.Creativity ?? UsualCreativity,
            ["critique"] = critique ?? [],
        });
        return chat.AskAsync<WrittenStory>(new ChatQuestion("story_director", system, user), FaultsOf, cancellationToken);
    }

    private static List<string> BeatsOf(StoryShape? shape) => shape is null ? [] :
    [
        .. from stage in shape.Stages
           from name in stage.Beats
           let beat = shape.Beats.FirstOrDefault(beat => beat.Name == name)
           select $"{stage.Name}, {name}: {beat?.For}",
    ];

    private static List<string> FaultsOf(WrittenStory story)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(story.Title))
        {
            faults.Add("title is empty.");
        }

        if (!LanguageTag.TryParse(story.Language, out _))
        {
            faults.Add($"language: '{story.Language}' is no IETF tag such as en.");
        }

        if (!story.Sentences.Any(sentence => sentence.Text.Any(char.IsLetter)))
        {
            faults.Add("sections: there is no sentence.");
        }

        faults.AddRange(story.Sections.Index()
            .Where(section => string.IsNullOrWhiteSpace(section.Item.Heading) || section.Item.Sentences.Count == 0)
            .Select(section => $"sections[{section.Index}]: heading or sentences are missing."));
        return faults;
    }

    private static Dictionary<WrittenSentence, string> Untraced(WrittenStory story, SourceSentences? source)
    {
        var found = new Dictionary<WrittenSentence, string>(ReferenceEqualityComparer.Instance);
        if (source is null)
        {
            return found;
        }

        foreach (var section in story.Sections)
        {
            // The first row of a table names its columns.
            foreach (var sentence in section.Sentences.Skip(section.Form == WrittenForm.Table ? 1 : 0))
            {
                var behind = sentence.Sources.Any(source.Has) ? source.Behind(sentence) : [];
                if (SourceTrace.FaultOf(sentence.Text, behind) is { } fault)
                {
                    found[sentence] = fault;
                }
            }
        }

        return found;
    }

    private async Task<Story> BuildAsync(
        StoryRequest request, WrittenStory written, Lesson? lesson, SourceSentences? source, IEnumerable<WrittenSentence> untraced,
        CancellationToken cancellationToken)
    {
        var text = new WrittenLesson(written, source);
        var story = await planner.PlanAsync(
            request with
            {
                Source = text.Markdown,
                SourceKind = SourceKind.Lesson,
                Shape = null,
                Critique = null,
                Size = request.Size ?? lesson?.Size,
                Sound = request.Sound with { Voice = request.Sound.Voice ?? lesson?.Voice },
                Pronunciation = lesson is null ? request.Pronunciation
                    : request.Pronunciation.Where(pair => !lesson.Pronunciation.ContainsKey(pair.Key)).Concat(lesson.Pronunciation)
                        .ToDictionary(),
            },
            cancellationToken);
        var told = written.Sentences.SelectMany(sentence => sentence.Sources).ToHashSet();
        return story with
        {
            WrittenBy = chat.Identity,
            Segments = [.. story.Segments.Select(segment => segment with
            {
                Sentences = [.. segment.Sentences.Select(sentence => sentence with { Line = text.SourceLine(sentence.Line) })],
            })],
            NotInVideo =
            [
                .. (lesson?.LeftOut ?? []).Select(item => item.Listed),
                .. story.NotInVideo.Select(item => item with { Line = text.SourceLine(item.Line) ?? 1 }),
                .. Enumerable.Range(1, source?.Count ?? 0).Where(number => !told.Contains(number))
                    .Select(number => new NotInVideo(source![number].Line, source[number].Text, "the director left it out")),
                .. untraced.Select(sentence => new NotInVideo(
                    1, sentence.Text, "the language model wrote it, and the lesson does not carry it")),
            ],
        };
    }
}
