using System.Text.Json;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Watching;

/// <summary>A line of JSON for each message, in the format of R-A2.</summary>
internal sealed class JsonView(TextWriter output) : IRunView
{
    public async Task ShowAsync(IAsyncEnumerable<StatusMessage> messages)
    {
        await foreach (var message in messages)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(message));
        }
    }
}
