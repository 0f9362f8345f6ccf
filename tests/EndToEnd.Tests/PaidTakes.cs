using System.Text.Json;
using TemporalVideo.Tests.OpenAi;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>Takes of a session whose pictures and voices a service has made.</summary>
internal static class PaidTakes
{
    private static readonly string[] Pictures = ["images", "edits"];

    /// <summary>Another take of the first painted scene of "s1" and of its voice is bought; the first ones again are not.</summary>
    public static async Task RequireAsync(FakeOpenAi service, ProductFolder folder)
    {
        var store = Path.Combine(folder.Root, "out", "store", "scaffold_test", "anna");
        var filmed = Path.GetFileNameWithoutExtension(Directory.GetFiles(Path.Combine(store, "s1", "agent5", "footage")).Order().First());
        var (before, paid) = (service.Requests.Count, service.PaidMicroDollars);

        var anew = await EditAsync(folder, "s1", "s2", "--take", filmed, "--voice-take", filmed);

        anew.Code.Should().Be(0, anew.Errors);
        var asked = service.Requests.Skip(before).ToList();
        var painted = asked.Single(request => Pictures.Contains(request.Endpoint));
        service.Requests.Take(before).Where(request => request.Endpoint == painted.Endpoint)
            .Should().Contain(request => $"{request.Body["prompt"]}" == $"{painted.Body["prompt"]}", "it is asked for by the same words");
        asked.Select(request => request.Endpoint).Should().Contain("speech").And.NotContain("chat");
        (await CostAsync(folder, "s2")).Should().Be((service.PaidMicroDollars - paid) / 1_000_000m).And.BePositive();

        before = service.Requests.Count;
        var chosen = await EditAsync(folder, "s2", "s3", "--take", $"{filmed}=1", "--voice-take", $"{filmed}=1");

        chosen.Code.Should().Be(0, chosen.Errors);
        service.Requests.Skip(before).Select(request => request.Endpoint).Should().BeEmpty();
        (await CostAsync(folder, "s3")).Should().Be(0);
        (await File.ReadAllBytesAsync(Path.Combine(store, "s3", "agent5", "clips", $"{filmed}.mp4"))).Should()
            .Equal(await File.ReadAllBytesAsync(Path.Combine(store, "s1", "agent5", "clips", $"{filmed}.mp4")));
    }

    private static Task<(int Code, string Output, string Errors)> EditAsync(
        ProductFolder folder, string parent, string child, params string[] changes) => StarterProcess.RunAsync(
        folder, ["edit", parent, "--user", "anna", "--as", child, .. changes]);

    private static async Task<decimal> CostAsync(ProductFolder folder, string session)
    {
        var costs = await StarterProcess.RunAsync(folder, "costs", session, "--user", "anna", "--json");
        return costs.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Sum(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("dollars").GetDecimal());
    }
}
