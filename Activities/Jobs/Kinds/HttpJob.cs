using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using TemporalVideo.Storage;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs.Kinds;

/// <summary>Where jobs may call.</summary>
public sealed record HttpJobOptions
{
    /// <summary>Whether machines of one's own network, and plain HTTP, are allowed; default no.</summary>
    public bool AllowPrivate { get; set; }
}

/// <summary>A call over HTTP. Its answer becomes a file, and the job's structured output where it is JSON.</summary>
internal sealed class HttpJob : IJobKind, IDisposable
{
    private const int MostBytes = 100_000_000;
    private const int MostShown = 2000;

    private readonly bool _private;
    private readonly HttpClient _http;

    public HttpJob(IOptions<HttpJobOptions> options)
    {
        _private = options.Value.AllowPrivate;
        _http = new HttpClient(PublicConnections.Handler(_private, PublicAddresses.OfJobs)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public string Type => JobTypes.Http;

    public async Task<JobOutcome> RunAsync(JobAttempt attempt, CancellationToken cancellationToken)
    {
        var spec = attempt.Spec.Http!;
        var address = JobText.Fill(spec.Url, attempt.Environment);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
        {
            return new JobOutcome(1, $"'{address}' is no address: expected one that begins with https://.", IsFinal: true);
        }

        if (PublicAddresses.Objection(url, _private, PublicAddresses.OfJobs) is { } objection)
        {
            return new JobOutcome(1, $"{url.Host} is not called: {objection}.", IsFinal: true);
        }

        try
        {
            using var request = RequestOf(spec, url, attempt.Environment);
            attempt.Log.Write($"{spec.Method} {url}\n");
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return await TakeAsync(attempt, spec, response, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or FormatException
            && !cancellationToken.IsCancellationRequested)
        {
            var forbidden = ForbiddenAddressException.In(failure);
            var said = forbidden?.Message ?? (failure is HttpRequestException { HttpRequestError: var error }
                ? $"{url.Host} could not be reached ({error})." : $"{url.Host}: {failure.Message}");
            attempt.Log.Write($"{said}\n");
            return new JobOutcome(1, said, IsFinal: forbidden is not null || failure is FormatException);
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage RequestOf(HttpSpec spec, Uri url, IReadOnlyDictionary<string, string> values)
    {
        var request = new HttpRequestMessage(new HttpMethod(spec.Method), url);
        if (spec.Body is { } body)
        {
            request.Content = new StringContent(JobText.Fill(body, values), Encoding.UTF8);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        foreach (var (name, value) in spec.Headers)
        {
            var filled = JobText.Fill(value, values);
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && request.Content is { } content)
            {
                content.Headers.ContentType = MediaTypeHeaderValue.Parse(filled);
            }
            else
            {
                request.Headers.Add(name, filled);
            }
        }

        return request;
    }

    private static async Task<JobOutcome> TakeAsync(
        JobAttempt attempt, HttpSpec spec, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var file = Path.Combine(attempt.Workspace.Folder, spec.SaveAs);
        if (!await SaveAsync(response.Content, file, cancellationToken))
        {
            return new JobOutcome(status, $"The answer has more than {MostBytes} bytes.", IsFinal: true);
        }

        attempt.Log.Write($"{status}, {Counted.Of(new FileInfo(file).Length, "byte")}\n");
        if (spec.Expect.Count > 0 ? spec.Expect.Contains(status) : status is >= 200 and < 300)
        {
            if (IsJson(response.Content.Headers.ContentType?.MediaType) && IsContext(file))
            {
                File.Copy(file, attempt.Workspace.Output, overwrite: true);
            }

            return JobOutcome.Done;
        }

        using var reader = new StreamReader(file);
        var shown = new char[MostShown];
        attempt.Log.Write($"{new string(shown, 0, await reader.ReadBlockAsync(shown, cancellationToken))}\n");
        var hint = status is >= 300 and < 400 ? ", a redirect, and none is followed; give the address that it leads to" : "";
        var host = response.RequestMessage!.RequestUri!.Host;
        return new JobOutcome(status, $"{host} answered {status}{hint}.", !spec.RetryOn.Contains(status));
    }

    private static async Task<bool> SaveAsync(HttpContent content, string file, CancellationToken cancellationToken)
    {
        await using var answer = await content.ReadAsStreamAsync(cancellationToken);
        await using var saved = File.Create(file);
        var buffer = new byte[81_920];
        while (await answer.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            if (saved.Length + count > MostBytes)
            {
                return false;
            }

            await saved.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return true;
    }

    private static bool IsJson(string? type) => type is not null
        && (type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal));

    /// <summary>What says that it is JSON and is not, or is too long for a context, is a file all the same.</summary>
    private static bool IsContext(string file)
    {
        try
        {
            using var document = new FileInfo(file).Length <= ArtifactShelf.MostOfContext
                ? JsonDocument.Parse(File.ReadAllBytes(file)) : null;
            return document is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
