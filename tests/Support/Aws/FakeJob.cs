using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace TemporalVideo.Tests.Support.Aws;

/// <summary>A job of the fake MediaConvert: it really joins its inputs, with ffmpeg, as its settings say.</summary>
internal sealed class FakeJob
{
    private readonly JsonObject _order;
    private readonly IFakeBucket _bucket;

    public FakeJob(string id, JsonObject order, IFakeBucket bucket) => (Id, _order, _bucket) = (id, order, bucket);

    public string Id { get; }

    public string Status { get; set; } = "SUBMITTED";

    public int Percent { get; set; }

    public (int Code, string Message)? Failure { get; set; }

    public string? Token => _order["clientRequestToken"]?.ToString();

    private JsonNode Settings => _order["settings"]!;

    private JsonNode Group => Settings["outputGroups"]![0]!;

    private JsonNode Picture => Group["outputs"]![0]!["videoDescription"]!;

    public JsonObject ToJson()
    {
        var job = new JsonObject
        {
            ["id"] = Id,
            ["arn"] = $"arn:aws:mediaconvert:us-east-1:123456789012:jobs/{Id}",
            ["status"] = Status,
            ["jobPercentComplete"] = Percent,
            ["role"] = _order["role"]!.DeepClone(),
            ["settings"] = Settings.DeepClone(),
            ["userMetadata"] = _order["userMetadata"]?.DeepClone(),
            ["clientRequestToken"] = Token,
        };
        if (Failure is { } failure)
        {
            (job["errorCode"], job["errorMessage"]) = (failure.Code, failure.Message);
        }

        return job;
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("mediaconvert-fake-");
        try
        {
            var inputs = new List<string>();
            foreach (var input in Settings["inputs"]!.AsArray())
            {
                inputs.Add(Path.Combine(folder.FullName, $"{inputs.Count}.mp4"));
                await File.WriteAllBytesAsync(inputs[^1], await _bucket.ReadAsync($"{input!["fileInput"]}"), cancellationToken);
            }

            foreach (var overlay in Overlays())
            {
                await _bucket.ReadAsync($"{overlay["imageInserterInput"]}");
            }

            var output = Path.Combine(folder.FullName, "output.mp4");
            await JoinAsync(inputs, output, cancellationToken);
            var destination = $"{Group["outputGroupSettings"]!["fileGroupSettings"]!["destination"]}";
            await _bucket.WriteAsync($"{destination}.mp4", await File.ReadAllBytesAsync(output, cancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task JoinAsync(List<string> inputs, string output, CancellationToken cancellationToken)
    {
        var codec = Picture["codecSettings"]!["h264Settings"]!;
        var size = $"{Picture["width"]}:{Picture["height"]}";
        var streams = string.Concat(inputs.Select((_, at) => $"[{at}:v]scale={size},setsar=1,fps=30[v{at}];"))
            + string.Concat(inputs.Select((_, at) => $"[v{at}][{at}:a]"));
        var fades = string.Concat(Overlays().Select(Fade));
        var joined = $"{streams}concat=n={inputs.Count}:v=1:a=1[joined][sound];[joined]{fades}null[picture]";
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardError = true, RedirectStandardInput = true };
        string[] arguments =
        [
            "-v", "error", "-y", .. inputs.SelectMany(input => new[] { "-i", input }), "-filter_complex", joined, "-map", "[picture]",
            "-map", "[sound]", "-c:v", "libx264", "-preset", "superfast", "-profile:v", $"{codec["codecProfile"]}".ToLowerInvariant(),
            "-b:v", $"{codec["bitrate"]}", "-pix_fmt", "yuv420p",
            "-c:a", "aac", "-b:a", $"{Group["outputs"]![0]!["audioDescriptions"]![0]!["codecSettings"]!["aacSettings"]!["bitrate"]}",
            "-ar", "48000", output,
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var ffmpeg = Process.Start(start)!;
        await using var stop = cancellationToken.Register(ffmpeg.Kill);
        var said = await ffmpeg.StandardError.ReadToEndAsync(CancellationToken.None);
        await ffmpeg.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        if (ffmpeg.ExitCode != 0)
        {
            throw new InvalidOperationException(said);
        }
    }

    private IEnumerable<JsonNode> Overlays() =>
        Picture["videoPreprocessors"]?["imageInserter"]?["insertableImages"]?.AsArray().Select(item => item!) ?? [];

    /// <summary>A black picture that is faded in and out over the frame looks as the frame fading out and in.</summary>
    private static string Fade(JsonNode overlay)
    {
        var parts = $"{overlay["startTime"]}".Split(':').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        var begin = (parts[0] * 3600) + (parts[1] * 60) + parts[2] + (parts[3] / 30.0);
        var (inward, whole, outward) = (Seconds("fadeIn"), Seconds("duration"), Seconds("fadeOut"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"fade=t=out:st={begin:0.####}:d={inward:0.####}:enable='between(t,{begin:0.####},{begin + whole:0.####})',")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"fade=t=in:st={begin + whole:0.####}:d={outward:0.####}:enable='between(t,{begin + whole:0.####},")
            + string.Create(CultureInfo.InvariantCulture, $"{begin + whole + outward:0.####})',");

        double Seconds(string name) => double.Parse($"{overlay[name]}", CultureInfo.InvariantCulture) / 1000;
    }
}
