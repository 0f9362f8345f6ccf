using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Common;

namespace Temporalio.Tests.Common;

public class SearchAttributeCollectionTests
{
    private static readonly SearchAttributeKey<string> Keyword = SearchAttributeKey.CreateKeyword("Keyword");
    private static readonly SearchAttributeKey<string> Text = SearchAttributeKey.CreateText("Text");
    private static readonly SearchAttributeKey<long> Long = SearchAttributeKey.CreateLong("Long");
    private static readonly SearchAttributeKey<double> Double = SearchAttributeKey.CreateDouble("Double");
    private static readonly SearchAttributeKey<bool> Bool = SearchAttributeKey.CreateBool("Bool");
    private static readonly SearchAttributeKey<DateTimeOffset> Time = SearchAttributeKey.CreateDateTimeOffset("Time");
    private static readonly SearchAttributeKey<IReadOnlyCollection<string>> List = SearchAttributeKey.CreateKeywordList("List");
    private static readonly DateTimeOffset Moment = new(2024, 2, 29, 1, 2, 3, 456, TimeSpan.Zero);

    [Fact]
    public void RoundTrip_EveryType_KeepsValueAndType()
    {
        var original = new SearchAttributeCollection.Builder()
            .Set(Keyword, "k").Set(Text, "t").Set(Long, 4L).Set(Double, 2.5).Set(Bool, true).Set(Time, Moment).Set(List, ["a", "b"])
            .ToSearchAttributeCollection();

        var restored = SearchAttributeCollection.FromProto(original.ToProto());

        restored.Count.Should().Be(7);
        restored.Get(Keyword).Should().Be("k");
        restored.Get(Text).Should().Be("t");
        restored.Get(Long).Should().Be(4);
        restored.Get(Double).Should().Be(2.5);
        restored.Get(Bool).Should().BeTrue();
        restored.Get(Time).Should().Be(Moment);
        restored.Get(List).Should().Equal("a", "b");
    }

    [Fact]
    public void ToProto_Value_IsJsonWithItsTypeName()
    {
        var payload = new SearchAttributeCollection.Builder().Set(Long, 4L).ToSearchAttributeCollection().ToProto().IndexedFields["Long"];

        payload.Metadata["encoding"].ToStringUtf8().Should().Be("json/plain");
        payload.Metadata["type"].ToStringUtf8().Should().Be("Int");
        payload.Data.ToStringUtf8().Should().Be("4");
    }

    [Fact]
    public void FromProto_NullValue_IsLeftOut()
    {
        var removed = new SearchAttributes { IndexedFields = { ["Long"] = Long.ValueUnset().ToUpsertPayload() } };

        SearchAttributeCollection.FromProto(removed).Should().BeEmpty();
    }

    [Fact]
    public void FromProto_OldSingleElementList_IsKeptAsList()
    {
        var payload = new Payload
        {
            Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain"), ["type"] = ByteString.CopyFromUtf8("Int") },
            Data = ByteString.CopyFromUtf8("[3]"),
        };

        var attributes = SearchAttributeCollection.FromProto(new SearchAttributes { IndexedFields = { ["Long"] = payload } });

        attributes.TryGetValue(Long, out _).Should().BeFalse();
        attributes.UntypedValues[Long].Should().BeEquivalentTo(new object[] { 3L });
    }

    [Fact]
    public void Set_SameNameWithAnotherType_Replaces()
    {
        var attributes = new SearchAttributeCollection.Builder()
            .Set(SearchAttributeKey.CreateLong("X"), 1L).Set(SearchAttributeKey.CreateKeyword("X"), "x").ToSearchAttributeCollection();

        attributes.Should().ContainSingle().Which.Should().Be(SearchAttributeKey.CreateKeyword("X"));
        attributes.ContainsKey("X").Should().BeTrue();
        attributes.ContainsKey(SearchAttributeKey.CreateLong("X")).Should().BeFalse();
    }

    [Fact]
    public void With_Updates_SetsAndRemovesInACopy()
    {
        var before = new SearchAttributeCollection.Builder().Set(Long, 1L).Set(Bool, true).ToSearchAttributeCollection();

        var after = before.With([Long.ValueSet(2), Bool.ValueUnset(), Text.ValueSet("t")]);

        after.Get(Long).Should().Be(2);
        after.ContainsKey("Bool").Should().BeFalse();
        after.Get(Text).Should().Be("t");
        before.Get(Long).Should().Be(1);
    }

    [Fact]
    public void With_TwoUpdatesOfOneName_IsRefused() =>
        ((Action)(() => SearchAttributeCollection.Empty.With([Long.ValueSet(2), Long.ValueUnset()])))
            .Should().Throw<ArgumentException>().WithMessage("*Long*twice*");

    [Fact]
    public void Get_Missing_NamesTheKey() =>
        ((Func<long>)(() => SearchAttributeCollection.Empty.Get(Long))).Should().Throw<KeyNotFoundException>().WithMessage("*Long*");
}
