using Temporalio.Client;

namespace TemporalVideo.Sessions.Tests;

public sealed class LongPollPlaceTests
{
    [Fact]
    public void TryTake_MoreThanAConnectionCarries_GoesToOthersAndEndsAtTheLimit()
    {
        var own = Nowhere();
        var places = Enumerable.Range(0, LongPollPlace.OfEachConnection * LongPollPlace.MostConnections)
            .Select(_ => LongPollPlace.TryTake(own)!).ToList();

        places.Should().NotContainNulls();
        places.Take(LongPollPlace.OfEachConnection).Should().OnlyContain(place => place.Connection == own);
        places.GroupBy(place => place.Connection).Should().HaveCount(LongPollPlace.MostConnections)
            .And.OnlyContain(line => line.Count() == LongPollPlace.OfEachConnection);
        LongPollPlace.TryTake(own).Should().BeNull();
    }

    [Fact]
    public void TryTake_AfterOneWasGivenBack_HasItsConnection()
    {
        var own = Nowhere();
        var places = Enumerable.Range(0, LongPollPlace.OfEachConnection * LongPollPlace.MostConnections)
            .Select(_ => LongPollPlace.TryTake(own)!).ToList();

        places[3].Dispose();

        LongPollPlace.TryTake(own)!.Connection.Should().BeSameAs(own);
        LongPollPlace.TryTake(own).Should().BeNull();
    }

    /// <summary>It is connected with the first call, which nobody makes.</summary>
    private static TemporalConnection Nowhere() => TemporalConnection.CreateLazy(new TemporalConnectionOptions("127.0.0.1:1"));
}
