using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using TemporalVideo.Tests.OpenAi;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>A video from a topic alone, whose story, narration and pictures are bought from a service.</summary>
public sealed partial class PaidServiceTests
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
        var asked = service.Requests.Where(request => request.Endpoint == "chat").Select(NameOf);
        asked.Should().Equal("story_director", "story_critic", "reference_artist", "scene_writer", "scene_critic", "scene_writer",
            "scene_critic", "scene_cohesor", "scene_cohesor");
        service.Paid.Select(paid => paid.Endpoint).Distinct().Should().HaveCountGreaterThanOrEqualTo(3, "story, narration and pictures");
        var costs = await StarterProcess.RunAsync(folder, "costs", "s1", "--json");
        var booked = costs.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Sum(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("dollars").GetDecimal());
        booked.Should().Be(service.PaidMicroDollars / 1_000_000m, costs.Errors);

        var result = await StarterProcess.RunAsync(folder, "result", "s1", "--user", "anna", "--json");
        var told = JsonSerializer.Deserialize<JsonElement>(result.Output).GetProperty("Cost").GetProperty("Charged").GetDecimal();
        told.Should().Be(booked, "the bill that a user reads is the book's");

        service.Requests.Where(request => request.Endpoint == "images").Select(request => $"{request.Body["prompt"]}").Should()
            .HaveCount(2).And.ContainSingle(
                prompt => prompt.Contains("Moon: a silver disc\nStyle: Ink on paper.", StringComparison.Ordinal));
        service.Requests.Where(request => request.Endpoint == "edits").Should().NotBeEmpty().And.AllSatisfy(request =>
        {
            $"{request.Body["prompt"]}".Should().Contain("the Moon over a bay, better\nInk on paper.\nMoon: a silver disc")
                .And.Contain("- 1: Moon").And.Contain("- 2");
            request.Files.Should().HaveCount(2, "the scene names the Moon, and the style is that of all");
        });
        Rows(folder).Should().Contain("references/style-").And.Contain("references/thing1-");
        $"{output}{errors}".Should().NotContain(service.Key);
        var kept = Directory.EnumerateFiles(Path.Combine(folder.Root, "out"), "*", SearchOption.AllDirectories);
        foreach (var file in kept.Where(file => Path.GetExtension(file) != ".lock"))
        {
            (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(Encoding.ASCII.GetBytes(service.Key)).Should().Be(-1, file);
        }
    }

    [Fact]
    public async Task Run_LessonWithScenesThatAreFilmed_MovesThePaintingsAndIsBookedToTheCent()
    {
        await using var service = await FakeOpenAi.StartAsync();
        using var folder = new ProductFolder();
        Serve(service, folder);
        folder.ChangeConfiguration("config/providers.yaml", "clips:\n  prefer: [offline]", "clips:\n  prefer: [openai, offline]");

        var (code, _, errors) = await StarterProcess.RunAsync(
            folder, "run", "Why are there tides?", "--user", "anna", "--session", "s1");

        code.Should().Be(0, errors);
        service.Refused.Should().BeEmpty();
        var filmed = service.Requests.Count(request => request.Endpoint == "videos");
        filmed.Should().BePositive();
        var store = Path.Combine(folder.Root, "out", "store", "scaffold_test", "anna", "s1", "agent5");
        Directory.GetFiles(Path.Combine(store, "footage")).Should().HaveCount(filmed);
        var costs = await StarterProcess.RunAsync(folder, "costs", "s1", "--json");
        costs.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Sum(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("dollars").GetDecimal())
            .Should().Be(service.PaidMicroDollars / 1_000_000m, costs.Errors);
        await PaidTakes.RequireAsync(service, folder);
    }

    [Fact]
    public async Task Run_FootageThatFlashes_IsLeftOutAndTheVideoIsJoinedAnew()
    {
        await using var service = await FakeOpenAi.StartAsync();
        service.VideosFlash = true;
        using var folder = new ProductFolder();
        Serve(service, folder);
        folder.ChangeConfiguration("config/providers.yaml", "clips:\n  prefer: [offline]", "clips:\n  prefer: [openai, offline]");
        folder.ChangeConfiguration("config/pipelines/default.yaml", "acceptable: 60", "acceptable: 70");

        var (code, output, errors) = await StarterProcess.RunAsync(
            folder, "run", "Why are there tides?", "--user", "anna", "--session", "s1");

        code.Should().Be(0, errors);
        output.Should().Contain("with its painting at rest").And.MatchRegex("Quality [0-9]+ of 100 now").And.NotContain("no music");
        var made = Path.Combine(folder.Root, "out", "store", "scaffold_test", "anna", "s1");
        var measured = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(
            Path.Combine(made, "agent5", "measurements.json")));
        measured.GetProperty("Measurements").GetProperty("Film").GetProperty("Flashes").GetInt32().Should().BeLessThanOrEqualTo(3);
        File.Exists(Path.Combine(made, "agent5", "stitched.mp4")).Should().BeFalse("it is tidied up at the end");
        service.Requests.Count(request => request.Endpoint == "videos").Should()
            .Be(Directory.GetFiles(Path.Combine(made, "agent5", "footage")).Length, "nothing is filmed twice");
    }

    /// <summary>The pictures of reference of the session, as its row has them.</summary>
    private static string Rows(ProductFolder folder)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder.Root, "out", "videos.db")};Mode=ReadOnly");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "SELECT reference_images FROM generations";
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>Lets the product buy from a service, which writes about tides.</summary>
    internal static void Serve(FakeOpenAi service, ProductFolder folder)
    {
        folder.Variables["TEMPORAL_VIDEO_SERVICES"] = "openai";
        folder.Variables["OPENAI_API_KEY"] = service.Key;
        folder.Variables["OPENAI_BASE_URL"] = service.BaseUrl.AbsoluteUri;
        service.Chat = Answer;
    }

    /// <summary>The scenes are poor, and better when they are written again; the cohesor answers nonsense, and is paid for it.</summary>
    private static string Answer(FakeRequest request)
    {
        var ids = Id().Matches($"{request.Body["messages"]![1]!["content"]}").Select(match => match.Groups[1].Value).Distinct();
        var isBetter = $"{request.Body["messages"]}".Contains("Show the Moon.", StringComparison.Ordinal);
        return NameOf(request) switch
        {
            "story_director" => Written,
            "reference_artist" => """{"style": "Ink on paper.", "recurring": [{"name": "Moon", "looks": "a silver disc"}]}""",
            "story_critic" => """{"score": 90, "remarks": []}""",
            "scene_writer" => List(ids.Select(id => $$"""
                {"id": "{{id}}", "picture": "{{(isBetter ? "the Moon over a bay, better" : "A bay.")}}", "onScreen": []}
                """)),
            "scene_critic" => List(ids.Select(id => $$"""
                {"id": "{{id}}", "score": {{(Better().IsMatch($"{request.Body["messages"]}") ? 90 : 40)}}, "remark": "Show the Moon."}
                """)),
            _ => """{"score": 900, "rewritten": []}""",
        };

        static string List(IEnumerable<string> scenes) => $$"""{"scenes": [{{string.Join(',', scenes)}}]}""";
    }

    private static string NameOf(FakeRequest request) => request.Body["response_format"]!["json_schema"]!["name"]!.GetValue<string>();

    /// <summary>The scenes as prompts list them: <c>- s01 "Title": …</c>.</summary>
    [GeneratedRegex("- (s[0-9]+) \"")]
    private static partial Regex Id();

    [GeneratedRegex("a bay, better")]
    private static partial Regex Better();
}
