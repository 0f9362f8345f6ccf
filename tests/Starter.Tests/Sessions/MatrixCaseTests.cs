using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Sessions;
using TemporalVideo.Starter.Sessions;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Tests.Sessions;

public sealed class MatrixCaseTests
{
    private static readonly ProductConfiguration Configuration = ProductConfiguration.Read(TestPaths.RepositoryRoot, _ => null);

    [Fact]
    public void All_Configuration_HasEachLengthArchetypeAndLevel()
    {
        var cases = MatrixCase.All(Configuration);

        cases.Select(each => each.Name).Should().OnlyHaveUniqueItems().And.Equal(
            "15s", "30s", "60s", "explainer", "how-to", "journey", "myth-buster", "problem-solution",
            "creativity-0.0", "creativity-0.5", "creativity-1.0");
        cases.Should().OnlyContain(each => SessionKey.IsValidId($"matrix-1127-000000-{each.Name}"));
        cases.Single(each => each.Name == "myth-buster").Options.Should().Equal("--archetype", "myth_buster", "--seconds", "30");
        cases[^1].Options.Should().ContainInOrder("--creativity", "1.0");
    }

    /// <summary>R-C6: a full video costs less than half a dollar by the configured prices.</summary>
    [Fact]
    public void Quote_EveryPaidServiceAndAgent6_StaysBelowHalfADollar()
    {
        var paid = ProductConfiguration.Read(
            TestPaths.RepositoryRoot,
            name => name switch { "OPENAI_API_KEY" => "sk-planted", "TEMPORAL_VIDEO_SERVICES" => "openai", _ => null });
        var order = new VideoInput
        {
            Session = new SessionKey("anna", "s1"),
            Source = "# Bees",
            TargetSeconds = 60,
            Settings = paid.Pipeline,
        };

        var quote = Quoting.Of(order, LessonPlans.SegmentsOf(60));

        paid.Providers.Choices.Where(choice => choice.Provider != "openai").Select(choice => choice.Capability)
            .Should().Equal(["clips"], "moving pictures are off as delivered, and cost more than that");
        quote.High.Should().BeGreaterThan(0.1m).And.BeLessThan(0.5m);
        quote.Lines.Sum(line => line.PaidHigh).Should().BeLessThan(0.5m);
    }
}
