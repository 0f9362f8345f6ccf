using System.CommandLine;
using TemporalVideo.Sessions;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Sessions;

/// <summary>The options that name pictures of a brand.</summary>
/// <param name="Files">The pictures.</param>
/// <param name="Text">The options as they were written, to tell orders apart.</param>
internal sealed record BrandOptions(BrandFiles Files, string Text)
{
    private static readonly Option<string?> Logo = new("--logo")
    {
        Description = "A picture that stands in the corner of the video; default the lesson's own wish (front matter 'logo').",
    };
    private static readonly Option<string[]> Products = new("--product-image")
    {
        Description = "NAME=FILE: a picture that is shown in the first scene that speaks of NAME. May be repeated.",
    };
    private static readonly Option<string[]> Characters = new("--character-image")
    {
        Description = "NAME=FILE: a picture that painted scenes keep to where they speak of NAME. May be repeated.",
    };

    public static void AddTo(Command command)
    {
        foreach (var option in new Option[] { Logo, Products, Characters })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What is named; null: nothing.</summary>
    /// <exception cref="StarterException">There is no such file, or a picture has no name.</exception>
    public static BrandOptions? Read(ParseResult parsed)
    {
        var (logo, products, characters) = (parsed.GetValue(Logo), parsed.GetValue(Products) ?? [], parsed.GetValue(Characters) ?? []);
        if (logo is null && products.Length + characters.Length == 0)
        {
            return null;
        }

        var files = new BrandFiles(
            logo is null ? null : FileOf("--logo", logo), Named("--product-image", products), Named("--character-image", characters));
        return new BrandOptions(files, string.Join('\n', [$"logo {logo}", .. products, .. characters]));
    }

    /// <summary>The files of an order: what the options name, and the lesson's own logo where they name none.</summary>
    /// <exception cref="StarterException">One is not there, or the text is no lesson.</exception>
    public static BrandFiles? FilesOf(ParseResult parsed, VideoInput input)
    {
        var given = Read(parsed)?.Files;
        try
        {
            // Without the folder the pipeline wants no pictures of one's own.
            return input.LessonFolder is { } folder ? BrandFiles.Of(given, input, folder) : given;
        }
        catch (StorySourceException exception)
        {
            throw new StarterException(ExitCodes.Usage, exception.Message);
        }
    }

    private static Dictionary<string, string> Named(string option, IEnumerable<string> values)
    {
        var named = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in values)
        {
            var (name, file) = value.Split('=', 2) is [var before, var behind] ? (before.Trim(), behind) : ("", value);
            if (name.Length == 0 || !named.TryAdd(name, FileOf(option, file)))
            {
                throw new StarterException(ExitCodes.Usage, $"{option} {value}: expected NAME=FILE, each name once.");
            }
        }

        return named;
    }

    private static string FileOf(string option, string file) => File.Exists(file) ? Path.GetFullPath(file)
        : throw new StarterException(ExitCodes.Usage, $"{option}: there is no file '{file}' in {Directory.GetCurrentDirectory()}.");
}
