using System.Globalization;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Watching;

/// <summary>A line of text for each message.</summary>
internal sealed class LinesView(TextWriter output) : IRunView
{
    public async Task ShowAsync(IAsyncEnumerable<StatusMessage> messages)
    {
        await foreach (var message in messages)
        {
            await output.WriteLineAsync(LineOf(message));
        }
    }

    internal static string LineOf(StatusMessage message)
    {
        var progress = message.Progress is { } percent ? string.Create(CultureInfo.InvariantCulture, $" {percent,3}%") : "";
        var text = message.Status == AgentStatus.Error ? $"{message.Error}: {message.Reason}" : message.Message;
        var status = message.Status.ToString().ToLowerInvariant();
        return $"{message.Agent,-12} {status,-10}{progress}{(text is null ? "" : $"  {text}")}".TrimEnd();
    }
}
