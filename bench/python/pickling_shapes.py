"""The class whose objects pickling.py writes and reads; Work/Account.cs is its twin."""


class Account:
    def __init__(self, owner, number, balance):
        self.owner = owner
        self.number = number
        self.balance = balance
        self.friends = []
