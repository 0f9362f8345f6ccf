using System.Text;
using FFMpegCore;
using FFMpegCore.Arguments;

namespace TemporalVideo.Studio.Film;

/// <summary>Arguments in ffmpeg's own words for FFMpegCore, whose typed options do not know filter graphs with several inputs.</summary>
/// <param name="arguments">One element each.</param>
internal sealed class FfmpegArguments(IEnumerable<string> arguments) : IInputArgument
{
    /// <inheritdoc/>
    public string Text { get; } = string.Join(' ', arguments.Select(Quote));

    /// <inheritdoc/>
    public void Pre(FFOptions options)
    {
    }

    /// <inheritdoc/>
    public Task During(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Post()
    {
    }

    /// <summary>
    /// Writes an argument as <see cref="System.Diagnostics.ProcessStartInfo.Arguments"/> is read: backslashes are themselves, except
    /// before a quotation mark.
    /// </summary>
    internal static string Quote(string argument)
    {
        if (argument.Length > 0 && !argument.Any(character => char.IsWhiteSpace(character) || character == '"'))
        {
            return argument;
        }

        var quoted = new StringBuilder("\"");
        var backslashes = 0;
        foreach (var character in argument)
        {
            quoted.Append('\\', character == '"' ? backslashes + 1 : 0).Append(character);
            backslashes = character == '\\' ? backslashes + 1 : 0;
        }

        return quoted.Append('\\', backslashes).Append('"').ToString();
    }
}
