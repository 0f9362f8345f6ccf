using System.Net.Http.Json;

namespace TemporalVideo.DevServer.Tests.Faults;

/// <summary>A line to a server that can be disturbed.</summary>
/// <param name="http">The proxy program's own interface.</param>
/// <param name="name">The line's name there.</param>
/// <param name="targetHost">Where clients connect.</param>
internal sealed class FaultyLine(HttpClient http, string name, string targetHost)
{
    public string TargetHost => targetHost;

    /// <summary>Each packet is late by so much, in both directions.</summary>
    public async Task DelayAsync(TimeSpan latency, TimeSpan jitter)
    {
        foreach (var stream in new[] { "upstream", "downstream" })
        {
            await AddAsync("latency", stream, new { latency = (int)latency.TotalMilliseconds, jitter = (int)jitter.TotalMilliseconds });
        }
    }

    /// <summary>Resets every connection, those under way and those that come, until <see cref="MendAsync"/>.</summary>
    public Task ResetAsync() => AddAsync("reset_peer", "downstream", new { timeout = 0 });

    /// <summary>Lets nothing through and closes nothing, until <see cref="MendAsync"/>.</summary>
    public async Task FallSilentAsync()
    {
        await AddAsync("timeout", "upstream", new { timeout = 0 });
        await AddAsync("timeout", "downstream", new { timeout = 0 });
    }

    /// <summary>Takes the toxics away.</summary>
    public async Task MendAsync()
    {
        foreach (var toxic in (await http.GetFromJsonAsync<List<Toxic>>($"/proxies/{name}/toxics"))!)
        {
            (await http.DeleteAsync($"/proxies/{name}/toxics/{toxic.Name}")).EnsureSuccessStatusCode();
        }
    }

    /// <summary>Closes every connection and takes no more, or takes them again.</summary>
    public async Task EnableAsync(bool enabled) => (await http.PostAsJsonAsync($"/proxies/{name}", new { enabled }))
        .EnsureSuccessStatusCode();

    private async Task AddAsync(string type, string stream, object attributes) =>
        (await http.PostAsJsonAsync($"/proxies/{name}/toxics", new { type, stream, toxicity = 1.0, attributes })).EnsureSuccessStatusCode();

    private sealed record Toxic(string Name);
}
