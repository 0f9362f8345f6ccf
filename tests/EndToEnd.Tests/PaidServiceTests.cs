using System.Text;
using System.Text.Json;
using TemporalVideo.Tests.OpenAi;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>A video from a topic alone, whose story, narration and pictures are bought from a service.</summary>
public sealed class PaidServiceTests
{
    private const string Written = """
        {"title": "Tides", "subject": "physics", "language": "en", "sections": [{"heading": "The pull of the Moon", "form": "text",
          "sentences": [{"text": "The Moon pulls the sea.", "sources": []},
                        {"text": "The water rises twice a day.", "sources": []}]}]}
        """;

    [Fact]
    public async Task Run_TopicWithAllByAService_IsBookedToTheCentAndTheKeyIsNowhere()
    {
        await using var service = await FakeOpenAi.StartAsync();
        using var folder = new ProductFolder();
        Serve(service, folder);

        var (code, output, errors) = await StarterProcess.RunAsync(
            folder, "run", "Why are there tides?", "--user", "anna", "--session", "s1", "--fail", "agent5", "--verbose");

        code.Should().Be(0, errors);
        service.Refused.Should().BeEmpty();
        service.Paid.Select(paid => paid.Endpoint).Distinct().Should().HaveCountGreaterThanOrEqualTo(3, "story, narration and pictures");
        var costs = await StarterProcess.RunAsync(folder, "costs", "s1", "--json");
        var booked = costs.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Sum(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("dollars").GetDecimal());
        booked.Should().Be(service.PaidMicroDollars / 1_000_000m, costs.Errors);

        var result = await StarterProcess.RunAsync(folder, "result", "s1", "--user", "anna", "--json");
        var told = JsonSerializer.Deserialize<JsonElement>(result.Output).GetProperty("Cost").GetProperty("Charged").GetDecimal();
        told.Should().Be(booked, "the bill that a user reads is the book's");

        $"{output}{errors}".Should().NotContain(service.Key);
        var kept = Directory.EnumerateFiles(Path.Combine(folder.Root, "out"), "*", SearchOption.AllDirectories);
        foreach (var file in kept.Where(file => Path.GetExtension(file) != ".lock"))
        {
            (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(Encoding.ASCII.GetBytes(service.Key)).Should().Be(-1, file);
        }
    }

    /// <summary>Lets the product buy from a service, which writes about tides.</summary>
    internal static void Serve(FakeOpenAi service, ProductFolder folder)
    {
        folder.Variables["TEMPORAL_VIDEO_SERVICES"] = "openai";
        folder.Variables["OPENAI_API_KEY"] = service.Key;
        folder.Variables["OPENAI_BASE_URL"] = service.BaseUrl.AbsoluteUri;
        service.Chat = request => request.Body["response_format"]!["json_schema"]!["name"]!.GetValue<string>() == "story_director"
            ? Written : """{"score": 90, "remarks": []}""";
    }
}
