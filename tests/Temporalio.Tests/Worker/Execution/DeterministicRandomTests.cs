using Temporalio.Worker.Execution;

namespace Temporalio.Tests.Worker.Execution;

public class DeterministicRandomTests
{
    [Theory]
    [InlineData("", 3476900567878811119UL, "a8508b7478db31f5314132e4530738d2", 71, 195393368, 0.5605918770664688)]
    [InlineData("a", 8186225505942432243UL, "7ff200436ccfba8b868ac4e8fbf49a94", 50, 394848135, 0.21423686056516722)]
    [InlineData(
        "4e1ddc4f-1a68-4b4b-9c9d-5c2b7a6a1d11", 6403975353433417808UL, "2850dbc2fbf97ea8b62b41ffd91e197b", 58, 1808763348, 0.8571722541243054)]
    [InlineData(
        "00000000-0000-0000-0000-000000000000", 13908316863725478721UL, "2a2b57907c654489a15b4da3e12f2587", 31, 1340786075, 0.930393908958852)]
    public void C071_RunId_GivesSeedAndValues(string runId, ulong seed, string bytes, int below100, int upToMaximum, double fraction)
    {
        DeterministicRandom.SeedOf(runId).Should().Be(seed);
        var random = new DeterministicRandom(seed);
        var first = new byte[16];

        random.NextBytes(first);

        Convert.ToHexStringLower(first).Should().Be(bytes);
        random.Next(0, 100).Should().Be(below100);
        ((int)random.NextInclusive(int.MaxValue)).Should().Be(upToMaximum);
        random.NextDouble().Should().Be(fraction);
    }

    [Fact]
    public void C071_NextGuid_IsOfVersion4()
    {
        var random = new DeterministicRandom(DeterministicRandom.SeedOf("00000000-0000-0000-0000-000000000000"));

        random.NextGuid().Should().Be(Guid.Parse("90572b2a-657c-4944-a15b-4da3e12f2587"));
    }
}
