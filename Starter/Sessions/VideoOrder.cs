using System.CommandLine;
using System.Globalization;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Sessions;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Music;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Studio.Storytelling.Beats;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Sessions;

/// <summary>The arguments and options of the commands that order a video.</summary>
internal static class VideoOrder
{
    private static readonly Argument<string> Source = new("lesson-or-topic")
    {
        Description = "Path of a lesson in Markdown, or a topic that a lesson of the lessons folder is about.",
    };
    private static readonly Option<double?> Seconds = new("--seconds")
    {
        Description = "Wanted length, 15 to 600; default from config/pipelines/default.yaml, else as long as the lesson takes.",
    };
    private static readonly Option<string?> Size = new("--size")
    {
        Description = $"Size of the picture: {VideoSizes.Names}; default the lesson's own wish, else 16:9.",
    };
    private static readonly Option<string?> Archetype = new("--archetype")
    {
        Description = "Order of the story, one of config/archetypes; default the lesson's own wish, else its own order.",
    };
    private static readonly Option<string?> Framework = new("--framework")
    {
        Description = "Order of the story after a framework of advertising: AIDA, PAS, FAB.",
    };
    private static readonly Option<double?> Creativity = new("--creativity")
    {
        Description = "How freely the story leaves the lesson's order for the archetype's: 0 not at all, 0.5 (default) by whole sections, "
            + "1 by parts of them.",
    };
    private static readonly Option<string?> Audience = new("--audience")
    {
        Description = "Who it is for, such as 'pupils of 12 years'; told to a language model.",
    };
    private static readonly Option<string?> Product = new("--product")
    {
        Description = "The product that it speaks of; told to a language model.",
    };
    private static readonly Option<string?> Pipeline = new("--pipeline")
    {
        Description = "Name of a file in config/pipelines; default 'default'.",
    };
    private static readonly Option<bool> Verbatim = new("--verbatim")
    {
        Description = "Take every sentence of the lesson in order, whatever the length.",
    };
    private static readonly Option<bool> Strict = new("--strict")
    {
        Description = "Make nothing when something of the lesson would not be in the video.",
    };
    private static readonly Option<string?> Voice = new("--voice")
    {
        Description = "Name of the voice ('starter voices' lists them); default the best for the language.",
    };
    private static readonly Option<double?> Speed = new("--speed")
    {
        Description = "How much faster (above 1) or slower the voice speaks, 0.7 to 1.5; default 1.",
    };
    private static readonly Option<string?> Music = new("--music")
    {
        Description = "'off', or a folder of your own tracks; by default music is composed.",
    };
    private static readonly Option<string> User = new("--user")
    {
        Description = "Whose video it is.",
        DefaultValueFactory = _ => DefaultUser,
    };
    private static readonly Option<string?> Session = new("--session")
    {
        Description = "Session id; by default the same lesson and length have the same, and the same command resumes.",
    };
    private static readonly Option<bool> Interactive = new("--interactive")
    {
        Description = "Wait for approval of the story and of the scenes ('starter approve').",
    };
    private static readonly Option<decimal?> CostLimit = new("--cost-limit")
    {
        Description = "The most the video may cost, in US dollars.",
    };

    public static string DefaultUser => SessionKey.IsValidId(Environment.UserName) ? Environment.UserName : "local";

    public static void AddTo(Command command)
    {
        command.Arguments.Add(Source);
        foreach (var option in new Option[]
            {
                Seconds, Size, Archetype, Framework, Creativity, Verbatim, Strict, Voice, Speed, Music, User, Session, Interactive,
                CostLimit, Pipeline, Audience, Product,
            })
        {
            command.Options.Add(option);
        }

        SettingsOptions.AddTo(command);
        BrandOptions.AddTo(command);
    }

    /// <summary>Reads the order, and checks what can be checked before a workflow starts.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="tell">Whether to plan the lesson, and tell what it leaves out.</param>
    /// <param name="meanwhile">Begins what takes a while, as soon as the order itself is right and before the lesson is planned.</param>
    public static async Task<VideoInput> ReadAsync(
        ParseResult parsed,
        ProductConfiguration configuration,
        CancellationToken cancellationToken,
        bool tell = true,
        Action? meanwhile = null)
    {
        configuration = configuration.With(parsed.GetValue(Pipeline));
        var source = await VideoSource.ReadAsync(parsed.GetRequiredValue(Source), configuration.Root, cancellationToken);
        var seconds = parsed.GetValue(Seconds) ?? configuration.TargetSeconds;
        Require("--seconds", seconds, OrderRules.Seconds(seconds));
        var (size, sound) = (SizeOf(parsed), SoundOf(parsed));
        var shape = ShapeOf(parsed, source, configuration);
        var limit = parsed.GetValue(CostLimit);
        Require("--cost-limit", limit, OrderRules.CostLimit(limit));
        var input = new VideoInput
        {
            Session = Key(parsed.GetRequiredValue(User), parsed.GetValue(Session) ?? source.SessionId(
                seconds, sound, size, shape, configuration.Pipeline.Name, parsed.GetValue(Audience), parsed.GetValue(Product),
                BrandOptions.Read(parsed)?.Text)),
            Source = source.Text,
            SourceKind = source.Kind,
            Topic = source.Topic,
            TargetSeconds = seconds,
            Verbatim = parsed.GetValue(Verbatim),
            LessonFolder = configuration.Pipeline.Stages.ReferenceImages ? source.Folder : null,
            Sound = sound,
            Size = size,
            Shape = shape,
            Audience = parsed.GetValue(Audience),
            Product = parsed.GetValue(Product),
            Interactive = parsed.GetValue(Interactive),
            CostLimit = limit,
            Settings = SettingsOptions.Over(parsed, configuration.Pipeline),
        };
        BrandOptions.FilesOf(parsed, input);
        meanwhile?.Invoke();
        if (LessonPlans.IsWrittenByAModel(input, configuration))
        {
            // A language model writes it: how many segments it will have is known when it has.
            return input with { Quote = LessonPlans.QuoteOf(input, null, configuration) };
        }

        if (tell || parsed.GetValue(Strict))
        {
            var story = await LessonCheck.RequireAsync(input, configuration, parsed.GetValue(Strict), cancellationToken);
            input = input with { Quote = LessonPlans.QuoteOf(input, story, configuration) };
        }

        return input;
    }

    /// <summary>The order with the lesson's pictures and tracks in the object store, where a worker on any machine finds them.</summary>
    public static async Task<VideoInput> WithOwnFilesAsync(
        VideoInput input, ProductConfiguration configuration, CancellationToken cancellationToken, BrandFiles? brand = null)
    {
        var files = new OwnFiles(StoreAccess.Open(configuration));
        if (brand is not null)
        {
            try
            {
                input = await files.WithBrandAsync(input, brand, cancellationToken);
            }
            catch (StorySourceException exception)
            {
                throw new StarterException(ExitCodes.Usage, exception.Message);
            }
        }

        if (input is { SourceKind: SourceKind.Lesson, LessonFolder: { } folder, Source: { } source })
        {
            var pictures = LessonPictures.Of(source, folder, LessonCheck.Voices(configuration).OwnLanguages);
            input = await files.WithPicturesAsync(input, pictures, cancellationToken);
        }

        if (input.Sound.Music is null or SoundChoice.NoMusic)
        {
            return input;
        }

        try
        {
            var longest = input.TargetSeconds ?? input.Settings.MaxVideoSeconds;
            var tracks = await TrackFolder.ChooseAsync(input.Sound.Music, input.Session.SessionId, longest, cancellationToken);
            return await files.WithTracksAsync(input, tracks, cancellationToken);
        }
        catch (UnusableInputException exception)
        {
            throw new StarterException(ExitCodes.Usage, $"--music: {exception.Message}");
        }
    }

    /// <summary>What the command line says comes before the lesson's own wish.</summary>
    private static StoryShape? ShapeOf(ParseResult parsed, VideoSource source, ProductConfiguration configuration)
    {
        Require("--creativity", parsed.GetValue(Creativity), OrderRules.Creativity(parsed.GetValue(Creativity)));
        try
        {
            var wish = new ShapeWish(parsed.GetValue(Archetype), parsed.GetValue(Framework), parsed.GetValue(Creativity));
            var shape = configuration.Beats.ShapeOf(
                source.Kind == SourceKind.Lesson ? wish.Over(ShapeWish.Of(source.Text)) : wish);
            return shape is { Creativity: > 0 } && parsed.GetValue(Verbatim) ? throw new StarterException(ExitCodes.Usage,
                $"--verbatim keeps the lesson's order, and the order of '{shape.Name}' is another: leave one of them out, "
                + "or say --creativity 0.") : shape;
        }
        catch (StorySourceException exception)
        {
            throw new StarterException(ExitCodes.Usage, exception.Message);
        }
    }

    private static VideoSize? SizeOf(ParseResult parsed) => parsed.GetValue(Size) is not { } name ? null
        : VideoSizes.Find(name) ?? throw new StarterException(ExitCodes.Usage, $"--size {name}: expected {VideoSizes.Names}.");

    private static SoundChoice SoundOf(ParseResult parsed)
    {
        var (speed, music) = (parsed.GetValue(Speed) ?? 1, parsed.GetValue(Music));
        Require("--speed", speed, OrderRules.Speed(speed));
        if (music is not (null or SoundChoice.NoMusic))
        {
            music = Path.GetFullPath(music);
            try
            {
                TrackFolder.Require(music);
            }
            catch (UnusableInputException exception)
            {
                throw new StarterException(ExitCodes.Usage, $"--music: {exception.Message}");
            }
        }

        return new SoundChoice { Voice = parsed.GetValue(Voice), Speed = speed, Music = music };
    }

    internal static void Require(string option, IFormattable? value, string? expected)
    {
        if (expected is not null)
        {
            throw new StarterException(
                ExitCodes.Usage, $"{option} {value?.ToString(null, CultureInfo.InvariantCulture)}: expected {expected}.");
        }
    }

    private static SessionKey Key(string user, string session)
    {
        try
        {
            return new SessionKey(user, session);
        }
        catch (ArgumentException exception)
        {
            throw new StarterException(ExitCodes.Usage, exception.Message);
        }
    }
}
